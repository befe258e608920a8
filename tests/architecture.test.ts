import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, test } from "vitest";

const SRC = join(import.meta.dirname, "..", "src");
const ROOMS = ["model", "scan", "recognize", "normalize", "extract", "prove", "check", "emit"];
const PACKAGES: Record<string, readonly string[]> = {
  model: ["zod"],
  scan: ["pdfjs-dist", "sharp"],
  recognize: ["tesseract.js", "onnxruntime-common", "sharp"],
  normalize: ["opencc-js"],
  extract: [],
  prove: [],
  check: [],
  emit: ["zod", "write-excel-file"],
};
/** Programs of their own, started by a room: they speak with it alone. */
const OWN_PROCESSES = ["recognize/readers/paddle-child.ts", "scan/fork-pdf.ts", "scan/pdf-child.ts"];
const PURE = ["model", "normalize", "extract", "prove", "check"];

interface Import {
  file: string;
  room: string;
  target: string;
}

const sources = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => ({ file, text: readFileSync(join(SRC, file), "utf8") }));

const imports: Import[] = sources.flatMap(({ file, text }) =>
  [
    ...text.matchAll(/^\s*(?:import|export)\b[^;"']*?from\s+["']([^"']+)["']|^import\s+["']([^"']+)["']/gm),
  ].map((match) => {
    const name = match[1] ?? match[2];
    const target = name.startsWith(".") ? normalize(join(dirname(file), name)) : name;
    return { file, room: file.split(/[\\/]/)[0], target };
  }),
);

describe("the laws of the house", () => {
  test("there are imports to judge", () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  test("stage rooms import only the model, the errors and their own files", () => {
    const strangers = imports.filter(({ room, target }) => {
      if (!ROOMS.includes(room)) return false;
      const [first] = relative(".", target).split(/[\\/]/);
      return ROOMS.includes(first) && first !== room && first !== "model";
    });
    expect(strangers).toEqual([]);
  });

  test("the model imports nothing but itself and zod", () => {
    const strangers = imports.filter(
      ({ room, target }) => room === "model" && !/^(model[\\/]|zod$|errors\.ts$)/.test(target),
    );
    expect(strangers).toEqual([]);
  });

  test("a room takes only its own packages", () => {
    const strangers = imports.filter(({ room, target }) => {
      if (!ROOMS.includes(room) || target.endsWith(".ts") || target.startsWith("node:")) return false;
      return !PACKAGES[room].some((name) => target === name || target.startsWith(`${name}/`));
    });
    expect(strangers).toEqual([]);
  });

  test("from normalize on everything is synchronous and pure", () => {
    const offenders = sources.filter(
      ({ file, text }) =>
        PURE.includes(file.split(/[\\/]/)[0]) &&
        /\basync\b|\bawait\b|from "node:|\bprocess\./.test(withoutComments(text)),
    );
    expect(offenders.map(({ file }) => file)).toEqual([]);
  });

  test("the engines start before what understands a record is loaded", () => {
    const loaded = new Set(["cli.ts", "pipeline.ts"]);
    for (const file of loaded)
      for (const found of importsOfValues(file)) if (found.endsWith(".ts")) loaded.add(found);
    expect(loaded).toContain(join("recognize", "readers", "paddle-reader.ts"));
    const late = ["extract", "prove", "normalize"].map((room) => join(room, "index.ts"));
    expect(late.filter((file) => loaded.has(file))).toEqual([]);
  });

  test("reading a scan loads nothing that checks what others wrote", () => {
    // What is loaded from the start, with the first page and with the first record.
    const loaded = new Set(["cli.ts", "pipeline.ts", "read-pages.ts", "recognized-to-record.ts"]);
    for (const file of loaded)
      for (const found of importsOfValues(file)) if (found.endsWith(".ts")) loaded.add(found);
    expect(loaded).toContain(join("check", "index.ts"));
    const withSchemas = imports.filter(({ target }) => target === "zod").map(({ file }) => normalize(file));
    expect(withSchemas.length).toBeGreaterThan(5);
    expect(withSchemas.filter((file) => loaded.has(file))).toEqual([]);
  });

  test("only the command line prints or reads the process", () => {
    const offenders = sources.filter(
      ({ file, text }) =>
        !/^cli(-[a-z]+)?\.ts$|^doctor\.ts$/.test(file) &&
        !OWN_PROCESSES.includes(file.replaceAll("\\", "/")) &&
        /\bconsole\.|\bprocess\./.test(withoutComments(text)),
    );
    expect(offenders.map(({ file }) => file)).toEqual([]);
  });
});

/** What a file loads as it is loaded; types alone are none of it. */
function importsOfValues(file: string): string[] {
  const text = sources.find((source) => source.file === file)?.text ?? "";
  const types = new Set([...text.matchAll(/^import type\b[^;]*?from "([^"]+)"/gm)].map(([, name]) => name));
  return [...text.matchAll(/^(?:import|export)\b[^;"']*?from "(\.[^"]+)"/gm)]
    .map(([, name]) => name)
    .filter((name) => !types.has(name))
    .map((name) => normalize(join(dirname(file), name)));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
}
