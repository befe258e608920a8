import { execFile } from "node:child_process";
import { access, cp, mkdir, readdir, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";

const ROOT = join(import.meta.dirname, "..", "..");

/** The built program with all its packages but one. */
async function installWithout(lacking: string): Promise<string> {
  const folder = await temporaryFolder();
  await cp(join(ROOT, "dist"), join(folder, "dist"), { recursive: true });
  await cp(join(ROOT, "package.json"), join(folder, "package.json"));
  const modules = join(ROOT, "node_modules");
  const names = (await readdir(modules)).filter((name) => name !== dirname(lacking));
  const siblings = (await readdir(join(modules, dirname(lacking)))).map(
    (name) => `${dirname(lacking)}/${name}`,
  );
  await mkdir(join(folder, "node_modules", dirname(lacking)), { recursive: true });
  for (const name of [...names, ...siblings]) {
    if (name !== lacking) await symlink(join(modules, name), join(folder, "node_modules", name), "junction");
  }
  return folder;
}

function run(folder: string, ...words: string[]): Promise<{ code: number; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [join(folder, "dist", "cli.js"), ...words], (_, __, stderr) =>
      resolve({ code: child.exitCode ?? -1, stderr }),
    );
  });
}

test("--lang chi_tra without its package says so in one line, before anything is read", async () => {
  const folder = await installWithout("@tesseract.js-data/chi_tra");
  const scan = join(ROOT, "fixtures", "traditional", "scan.pdf");
  const out = join(folder, "out");
  const english = await run(folder, "read", scan, "--lang", "chi_tra", "--messages", "en", "-o", out);
  expect(english.code).toBe(4);
  expect(english.stderr.trim()).toBe(
    "✗ OCR language data is missing (@tesseract.js-data/chi_tra); install the package named in brackets with npm install",
  );
  const chinese = await run(folder, "read", scan, "--lang", "chi_tra", "--messages", "zh", "-o", out);
  expect(chinese.stderr.trim()).toBe(
    "✗ 缺少 OCR 语言数据（@tesseract.js-data/chi_tra）；请用 npm install 安装括号中的软件包",
  );
  await expect(access(out)).rejects.toThrow();
});
