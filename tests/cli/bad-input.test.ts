import { execFile, spawnSync } from "node:child_process";
import { copyFile, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const BORN_DIGITAL = join(ROOT, "fixtures", "born-digital", "scan.pdf");

/** Nothing of these runs may come from, or stay in, the user's own cache. */
const CACHE = join(tmpdir(), `hesuan-test-cache-${process.pid}`);

afterAll(() => rm(CACHE, { recursive: true, force: true }));

/** Runs the built command as a user does. */
function hesuan(...words: string[]): Promise<{ code: number; stderr: string; stdout: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, LANG: "en_US.UTF-8", NO_COLOR: "1", HESUAN_CACHE: CACHE };
    execFile(process.execPath, [join(ROOT, "dist", "cli.js"), ...words], { env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

/** A PDF whose user password is not the empty one: its check values are of no password at all. */
function lockedPdf(): string {
  const check = "00".repeat(32);
  return [
    "%PDF-1.4",
    "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj",
    "2 0 obj << /Type /Pages /Count 0 /Kids [] >> endobj",
    `3 0 obj << /Filter /Standard /V 1 /R 2 /P -4 /O <${check}> /U <${check}> >> endobj`,
    `trailer << /Root 1 0 R /Encrypt 3 0 R /ID [<${"01".repeat(16)}> <${"01".repeat(16)}>] /Size 4 >>`,
    "%%EOF",
  ].join("\n");
}

const WRONG: [name: string, file: string, make: (path: string) => Promise<void>, says: RegExp][] = [
  ["a file that isn't there", "absent.pdf", async () => undefined, /absent\.pdf/],
  ["a folder without scans", "empty-folder", async (path) => void (await mkdir(path)), /empty-folder/],
  ["an empty file", "empty.pdf", (path) => writeFile(path, ""), /empty\.pdf.*empty/i],
  [
    "a text file named .pdf",
    "letter.pdf",
    (path) => writeFile(path, "Dear Sir or Madam,\n".repeat(9)),
    /letter\.pdf/,
  ],
  [
    "a PDF that needs a password",
    "locked.pdf",
    (path) => writeFile(path, lockedPdf()),
    /locked\.pdf.*--password/,
  ],
  [
    "a cut-off PDF",
    "cut.pdf",
    async (path) => writeFile(path, (await readFile(BORN_DIGITAL)).subarray(0, 30_000)),
    /cut\.pdf/,
  ],
];

describe("what can't be read costs one line, and nothing else", () => {
  test.each(WRONG)("%s", async (_, name, make, says) => {
    const folder = await temporaryFolder();
    const input = join(folder, name);
    await make(input);
    const { code, stderr } = await hesuan("read", input, "-o", join(folder, "out"), "--quiet");
    expect(code).toBe(3);
    const lines = stderr.trim().split("\n");
    expect(lines, stderr).toHaveLength(1);
    expect(lines[0]).toMatch(says);
    expect(lines[0]).not.toMatch(/\bat .*:\d+:\d+|undefined|\[object/);
  });

  test("the others are still read", async () => {
    const folder = await temporaryFolder();
    await copyFile(BORN_DIGITAL, join(folder, "good.pdf"));
    for (const [, name, make] of WRONG) await make(join(folder, name));
    const out = join(folder, "out");
    const { code } = await hesuan("read", folder, "-o", out, "--quiet");
    expect(code).toBe(3);
    const record = JSON.parse(await readFile(join(out, "good.json"), "utf8"));
    expect(record.budgets[0].total.fen).toBe(186000000);
    const manifest = JSON.parse(await readFile(join(out, "batch.json"), "utf8"));
    expect(manifest.scans).toHaveLength(5);
  });
});

test.skipIf(process.platform === "win32")(
  "a disk that takes no more ends the run with one line, and nothing is half-written",
  async () => {
    const folder = await temporaryFolder();
    await copyFile(BORN_DIGITAL, join(folder, "a.pdf"));
    // No file of this run may outgrow 8 kB.
    const command = `ulimit -f 16; exec "$0" "$@"`;
    const words = [
      join(ROOT, "dist", "cli.js"),
      "read",
      join(folder, "a.pdf"),
      "-o",
      join(folder, "out"),
      "-q",
    ];
    const env = { ...process.env, LANG: "en_US.UTF-8", NO_COLOR: "1", HESUAN_CACHE: CACHE };
    const { status, stderr } = spawnSync("sh", ["-c", command, process.execPath, ...words], {
      env,
      encoding: "utf8",
    });
    expect(status).toBe(4);
    expect(stderr.trim()).toMatch(/^✗ the disk is full.*free some space[^\n]*$/);
    expect(await readdir(join(folder, "out"))).toEqual([]);
  },
);

test("names that try a command line, a terminal or a file system are files like any other", async () => {
  const folder = await temporaryFolder();
  const names = ["-o.pdf", "a\nb.pdf", "合同 ‘甲’.pdf", `${"长".repeat(66)}.pdf`, "a.pdf", "a.PDF"];
  for (const name of names) await copyFile(BORN_DIGITAL, join(folder, name));
  await symlink("/etc", join(folder, "outside"));
  const { code } = await hesuan("read", folder, "-o", join(folder, "out"), "-q", "-f", "json");
  expect(code).toBe(0);
  const written = (await readdir(join(folder, "out"))).filter((name) => name !== "batch.json");
  expect(written).toHaveLength(names.length);
  for (const name of written) {
    const record = JSON.parse(await readFile(join(folder, "out", name), "utf8"));
    expect(record.budgets[0].total.fen).toBe(186000000);
  }
});

test.skipIf(process.platform === "win32")(
  "what only looks like a file costs itself, and is waited for by nobody",
  async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "folder.pdf"));
    await symlink("..", join(folder, "folder.pdf", "up"));
    await symlink("ring.pdf", join(folder, "ring.pdf"));
    spawnSync("mkfifo", [join(folder, "pipe.pdf")]);
    await copyFile(BORN_DIGITAL, join(folder, "good.pdf"));
    const named = ["pipe.pdf", "ring.pdf", "folder.pdf", "good.pdf"].map((name) => join(folder, name));
    const out = join(folder, "out");
    const { code, stderr } = await hesuan("read", ...named, "-o", out, "-q", "-f", "json");
    expect(code).toBe(3);
    const lines = stderr.trim().split("\n");
    for (const name of ["pipe.pdf", "ring.pdf", "folder.pdf"])
      expect(lines.filter((line) => line.includes(name))).toHaveLength(1);
    const manifest = JSON.parse(await readFile(join(out, "batch.json"), "utf8"));
    expect(manifest.scans.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      "failed",
      "failed",
      "failed",
      "read",
    ]);
  },
);

test("a wrong word is wrong usage", async () => {
  expect((await hesuan("raed", "x.pdf")).code).toBe(2);
  expect((await hesuan("read")).code).toBe(2);
});
