import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batchToHtml } from "../../src/emit/batch-to-html.ts";
import { batchToManifest, outcomeToManifestScan } from "../../src/emit/batch-to-manifest.ts";
import { escapeHtml } from "../../src/emit/html.ts";
import { recordToHtml } from "../../src/emit/record-to-html.ts";
import type { Outcome } from "../../src/model/outcome.ts";
import type { PagePicture } from "../../src/model/picture.ts";
import type { AgreementRecord } from "../../src/model/record.ts";
import { picturesOf, wholeOf } from "../support/pictures.ts";
import { money, place, sampleRecord, shareFinding, text } from "../support/sample-record.ts";

/** A report as one text. */
function htmlOf(
  record: AgreementRecord,
  pictures: PagePicture[] = [],
  language: "zh" | "en" = "zh",
): Promise<string> {
  return wholeOf(recordToHtml(record, picturesOf(pictures), language));
}

const picture = { pageNumber: 2, widthPx: 800, heightPx: 1131, jpegBase64: "/9j/AAAA" };

describe("the report", async () => {
  const report = await htmlOf(sampleRecord(), [picture]);

  it("shows the finding before anything else that was read", () => {
    const finding = report.indexOf("10.19%（截断，未四舍五入）");
    expect(finding).toBeGreaterThan(0);
    expect(finding).toBeLessThan(report.indexOf('id="budgets"'));
  });

  it("needs nothing from elsewhere and runs no script", () => {
    const fetched = [...report.matchAll(/(?:src|href)="([^"]*)"/g)].map((match) => match[1]);
    expect(fetched.filter((address) => !/^(#|data:image\/jpeg;)/.test(address))).toEqual([]);
    expect(report).not.toMatch(/<script|<link|@import|url\(|\son\w+=/i);
    expect(report).toContain("default-src 'none'");
  });

  it("cuts the evidence out of its page and boxes it", () => {
    expect(report).toContain('id="picture-2"');
    expect(report).toMatch(/<use href="#picture-2"\/><rect class="mark" x="\d+"/);
  });

  it("embeds each picture once however often it is shown", () => {
    expect(report.split("/9j/AAAA")).toHaveLength(2);
  });

  it("names the page where there is no picture", async () => {
    const plain = await htmlOf(sampleRecord());
    expect(plain).not.toContain("<use");
    expect(plain).toContain('href="#page-2"');
  });

  it("keeps merged cells merged", () => {
    expect(report).toContain('<td rowspan="3">基础服务</td>');
  });

  it("marks every figure with its trust and lists the doubtful ones", async () => {
    const record = sampleRecord();
    const readings = [{ reader: "best", raw: "44,526", value: 4452600, confidence: 0.5 }];
    record.budgets[1].lines[3].amount = { ...money(44520, "doubtful", place(2, [1, 1, 9, 9])), readings };
    const doubted = await htmlOf(record);
    expect(doubted).toContain('class="figure proven"');
    expect(doubted).toContain('class="figure doubtful"');
    expect(doubted).toContain("44,526");
  });

  it("puts a finding that follows from another under it, and loses none in a ring", async () => {
    const root = shareFinding({ subject: "甲", followsFrom: null, formula: "root-formula" });
    const follower = shareFinding({ subject: "乙", followsFrom: "甲", formula: "follower-formula" });
    const nested = await htmlOf(sampleRecord({ findings: [follower, root] }));
    expect(nested.indexOf("root-formula")).toBeLessThan(nested.indexOf("follower-formula"));
    const ring = [
      shareFinding({ subject: "丙", followsFrom: "丁", formula: "ring-one" }),
      shareFinding({ subject: "丁", followsFrom: "丙", formula: "ring-two" }),
    ];
    const ringed = await htmlOf(sampleRecord({ findings: ring }));
    for (const formula of ["ring-one", "ring-two"]) expect(ringed).toContain(formula);
  });

  it("opens in the language asked for and holds both", async () => {
    expect(await htmlOf(sampleRecord(), [], "en")).toMatch(/id="say-en" checked/);
    expect(report).toMatch(/id="say-zh" checked/);
    expect(report).toContain("cut off, not rounded");
  });

  it("never claims that all is well when something was not read", async () => {
    const quiet = await htmlOf(sampleRecord({ findings: [], status: "incomplete" }));
    expect(quiet).not.toContain("全部核对通过");
  });
});

describe("escaping", () => {
  it("keeps markup that was read from becoming markup", async () => {
    const evil = `"><img src=x onerror=alert(1)><script>alert('x')</script>`;
    const record = sampleRecord();
    record.agreement.title = text(evil);
    record.source.fileName = evil;
    record.pages[0].text = evil;
    record.tables[0].cells[5].text = text(evil);
    record.budgets[0].lines[0].label = text(evil);
    record.budgets[0].lines[0].amount.raw = evil;
    record.findings[0] = shareFinding({ subject: evil, formula: evil, message: { zh: evil, en: evil } });
    const report = await htmlOf(record);
    expect(report).not.toMatch(/<img|<script/);
  });

  it("lets no text out of an element or an attribute", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (raw) => {
        expect(escapeHtml(raw)).not.toMatch(/[<>"']/);
        expect(escapeHtml(raw).replace(/&(amp|lt|gt|quot|#39);/g, "")).not.toContain("&");
      }),
    );
  });

  it("drops marks that turn the direction of text", () => {
    expect(escapeHtml("合\u202Efdp.exe")).toBe("合fdp.exe");
  });
});

describe("the front page of a batch", () => {
  it("links every report, with the failed and flagged scans first", () => {
    const outcomes: Outcome[] = [
      {
        kind: "read",
        path: "in/b.pdf",
        record: sampleRecord({ findings: [], status: "clean" }),
        outputs: ["out/b.html"],
        elapsedMs: 10,
      },
      {
        kind: "read",
        path: "in/a #1.pdf",
        record: sampleRecord(),
        outputs: ["out/a #1.json", "out/a #1.html"],
        elapsedMs: 10,
      },
    ];
    const manifest = batchToManifest(
      outcomes.map((outcome) => outcomeToManifestScan(outcome, "out")),
      { name: "hesuan", version: "0.0.0" },
    );
    const page = batchToHtml(manifest, "zh");
    expect(page).toContain('href="a%20%231.html"');
    expect(page.indexOf("a%20%231.html")).toBeLessThan(page.indexOf('href="b.html"'));
  });
});
