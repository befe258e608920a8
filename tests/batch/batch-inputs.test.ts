import { chmod, mkdir, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { findInputs } from "../../src/batch-inputs.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

async function folderWith(...names: string[]): Promise<string> {
  const folder = await temporaryFolder();
  for (const name of names) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), "x");
  }
  return folder;
}

async function namesBelow(folder: string, ...given: string[]): Promise<string[]> {
  const inputs = await findInputs(given.length > 0 ? given : [folder]);
  return inputs.map((input) =>
    input.kind === "scan"
      ? path.relative(folder, input.path)
      : `${input.error.code} ${path.relative(folder, input.path)}`,
  );
}

it("finds the scans of a folder and of those below it, in natural order", async () => {
  const folder = await folderWith("10.pdf", "2.PDF", "b/1.jpeg", "b/c/x.tif", "notes.txt", "record.json");
  expect(await namesBelow(folder)).toEqual(["2.PDF", "10.pdf", "b/1.jpeg", "b/c/x.tif"]);
});

it("passes over no picture that could be a scan, even of a kind that is not read", async () => {
  const pictures = ["1.jfif", "2.bmp", "3.gif", "4.heic", "5.ofd"];
  expect(await namesBelow(await folderWith(...pictures, "6.docx"))).toEqual(pictures);
});

it("takes odd names as they are", async () => {
  const odd = ["-o.pdf", "[1].pdf", "a b.pdf", "合同 终版.pdf", "two\nlines.pdf", "*.pdf"];
  const folder = await folderWith(...odd);
  expect((await namesBelow(folder)).sort()).toEqual([...odd].sort());
  expect(await namesBelow(folder, path.join(folder, "[1].pdf"))).toEqual(["[1].pdf"]);
});

it("passes over hidden files and follows no link", async () => {
  const outside = await folderWith("secret.pdf");
  const folder = await folderWith("a.pdf", "._a.pdf", ".cache/b.pdf");
  await symlink(outside, path.join(folder, "out"));
  await symlink(folder, path.join(folder, "ring"));
  await symlink(path.join(outside, "secret.pdf"), path.join(folder, "link.pdf"));
  expect(await namesBelow(folder)).toEqual(["a.pdf"]);
});

it.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
  "a folder below that is closed costs itself alone",
  async () => {
    const folder = await folderWith("a.pdf", "closed/b.pdf", "open/c.pdf");
    await chmod(path.join(folder, "closed"), 0);
    expect(await namesBelow(folder)).toEqual(["a.pdf", "no-permission closed", "open/c.pdf"]);
    await chmod(path.join(folder, "closed"), 0o700);
  },
);

it("takes a named file whatever its ending, so that the failure can say what it is", async () => {
  const folder = await folderWith("letter.docx");
  expect(await namesBelow(folder, path.join(folder, "letter.docx"))).toEqual(["letter.docx"]);
});

it("reads a file once however often it is named", async () => {
  const folder = await folderWith("a.pdf", "b.pdf");
  const named = path.join(folder, "b.pdf");
  expect(await namesBelow(folder, named, folder, `${folder}/../${path.basename(folder)}/a.pdf`)).toEqual([
    "b.pdf",
    "a.pdf",
  ]);
});

it("understands globs", async () => {
  const folder = await folderWith("a1.pdf", "a2.pdf", "b.pdf", "a.txt", "deep/a3.pdf");
  expect(await namesBelow(folder, `${folder}/**/a*`)).toEqual(["a1.pdf", "a2.pdf", "deep/a3.pdf"]);
});

it("tells what is missing and goes on", async () => {
  const folder = await folderWith("a.pdf", "empty/notes.txt");
  const given = [
    path.join(folder, "gone.pdf"),
    path.join(folder, "empty"),
    `${folder}/*.png`,
    path.join(folder, "a.pdf"),
  ];
  expect(await namesBelow(folder, ...given)).toEqual([
    "not-found gone.pdf",
    "no-scans-in-folder empty",
    "not-found *.png",
    "a.pdf",
  ]);
});
