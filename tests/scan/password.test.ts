import { createCipheriv, createHash, randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openScan } from "../../src/scan/open-scan.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** A PDF of one empty page, locked with these bytes as PDF 1.7's AES-256 does (security handler revision 5). */
function lockedPdf(password: Buffer): string {
  const [check, forKey, fileKey] = [randomBytes(8), randomBytes(8), randomBytes(32)];
  const hash = (salt: Buffer): Buffer => createHash("sha256").update(password).update(salt).digest();
  const cipher = createCipheriv("aes-256-cbc", hash(forKey), Buffer.alloc(16)).setAutoPadding(false);
  const user = Buffer.concat([hash(check), check, forKey]).toString("hex");
  const userKey = cipher.update(fileKey).toString("hex");
  const [owner, ownerKey, perms] = [48, 32, 16].map((size) => randomBytes(size).toString("hex"));
  const filter =
    "/CF << /StdCF << /CFM /AESV3 /AuthEvent /DocOpen /Length 32 >> >> /StmF /StdCF /StrF /StdCF";
  return [
    "%PDF-1.7",
    "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj",
    "2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj",
    "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] >> endobj",
    `4 0 obj << /Filter /Standard /V 5 /R 5 /Length 256 /P -4 ${filter} /U <${user}> /UE <${userKey}> /O <${owner}> /OE <${ownerKey}> /Perms <${perms}> >> endobj`,
    `trailer << /Root 1 0 R /Encrypt 4 0 R /ID [<${"01".repeat(16)}> <${"01".repeat(16)}>] /Size 5 >>`,
    "%%EOF",
  ].join("\n");
}

async function open(lockedWith: Buffer, password?: string): Promise<number> {
  const path = join(await temporaryFolder(), "locked.pdf");
  await writeFile(path, lockedPdf(lockedWith));
  const scan = await openScan(path, password === undefined ? {} : { password });
  try {
    return (await scan.readPage(1)).pixels.widthPx;
  } finally {
    await scan.close();
  }
}

describe("a password opens a PDF however the program that locked it spelled it", () => {
  test.each<[string, string, Buffer]>([
    ["plain", "open sesame", Buffer.from("open sesame")],
    ["as Latin-1 bytes", "grün", Buffer.from("grün", "latin1")],
    ["as UTF-8 bytes", "合同2025", Buffer.from("合同2025", "utf8")],
    ["typed in full width", "ＡＢ１２", Buffer.from("AB12")],
    ["with a soft hyphen", "ver\u00adtrag", Buffer.from("vertrag")],
  ])("%s", async (_, typed, lockedWith) => {
    expect(await open(lockedWith, typed)).toBe(200);
  });

  test("another doesn't, nor does none", async () => {
    const lockedWith = Buffer.from("open sesame");
    await expect(open(lockedWith, "合同")).rejects.toMatchObject({ code: "wrong-password" });
    await expect(open(lockedWith)).rejects.toMatchObject({ code: "password-needed" });
  });
});
