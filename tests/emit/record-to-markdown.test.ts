import { describe, expect, it } from "vitest";
import { recordToMarkdown } from "../../src/emit/record-to-markdown.ts";
import { sampleRecord, text } from "../support/sample-record.ts";

describe("Markdown", () => {
  it("tells the findings first, then figures and tables", () => {
    const markdown = recordToMarkdown(sampleRecord(), "zh");
    expect(markdown.indexOf("10.1963%")).toBeLessThan(markdown.indexOf("## 预算"));
    expect(markdown).toContain("| 管理费及税费 | 258,263 ✓ | 10.19 % · |");
    expect(markdown).toContain("| 服务类别 | 服务大项 | 服务要求 | 服务细项 | 专业服务量化标准 |");
  });

  it("gives every row of a table as many cells as it has columns", () => {
    const record = sampleRecord();
    record.tables[0].cells[5].text = text("甲|乙\n丙");
    const rows = recordToMarkdown(record, "zh")
      .split("\n")
      .filter((line) => line.startsWith("|"));
    const indicatorRows = rows.slice(-4);
    for (const row of indicatorRows) expect(row.split(/(?<!\\)\|/)).toHaveLength(7);
    expect(indicatorRows.join("\n")).toContain("甲\\|乙<br>丙");
  });

  it("keeps markup that was read from becoming markup", () => {
    const record = sampleRecord();
    record.agreement.title = text("<b>*甲*</b> [乙](http://x)");
    expect(recordToMarkdown(record, "en").split("\n")[0]).toBe(
      "# &lt;b\\>\\*甲\\*&lt;/b\\> \\[乙\\](http://x)",
    );
  });
});
