import type { Message } from "./model/finding.ts";

/** What is wrong, and what to do about it. */
export interface ErrorText {
  wrong: Message;
  remedy: Message;
}

/** Why an input can't be read. */
export const UNREADABLE = {
  "not-found": entry("找不到该文件或文件夹", "no such file or folder", "检查路径是否正确", "check the path"),
  "no-permission": entry(
    "没有读取权限",
    "no permission to read it",
    "为当前用户授予读取权限",
    "grant yourself read access",
  ),
  "no-scans-in-folder": entry(
    "文件夹中没有扫描件",
    "the folder holds no scan",
    "放入 PDF、JPEG、PNG、TIFF、WebP、GIF 或 BMP 文件",
    "put PDF, JPEG, PNG, TIFF, WebP, GIF or BMP files into it",
  ),
  "empty-file": entry(
    "文件是空的（0 字节）",
    "the file is empty (0 bytes)",
    "重新扫描或重新复制",
    "scan or copy it again",
  ),
  "not-a-file": entry(
    "不是普通文件（而是管道、设备之类）",
    "it is no ordinary file but a pipe, a device or the like",
    "先存为文件，再指定该文件",
    "save it to a file and name that",
  ),
  "not-a-scan": entry(
    "文件内容不是 PDF 或图片，与扩展名不符",
    "its content is neither a PDF nor a picture, whatever its name says",
    "另存为真正的 PDF 或图片后再试",
    "save it as a real PDF or picture and try again",
  ),
  "unsupported-type": entry(
    "不支持的文件类型",
    "this type of file is not supported",
    "另存或转换为 PDF、JPEG、PNG 或 TIFF",
    "save or convert it as PDF, JPEG, PNG or TIFF",
  ),
  "password-needed": entry(
    "PDF 有密码保护",
    "the PDF needs a password",
    "用 --password 提供密码",
    "give it with --password",
  ),
  "wrong-password": entry(
    "PDF 密码不正确",
    "the password does not open the PDF",
    "核对 --password 的值",
    "check the value of --password",
  ),
  "unsupported-encryption": entry(
    "PDF 的加密方式不受支持",
    "the PDF is encrypted in a way that is not supported",
    "用能打开它的程序另存为未加密的 PDF",
    "save it without encryption from a program that opens it",
  ),
  "damaged-pdf": entry(
    "PDF 已损坏或不完整",
    "the PDF is damaged or cut off",
    "重新复制或重新扫描",
    "copy or scan it again",
  ),
  "damaged-picture": entry(
    "图片已损坏或不完整",
    "the picture is damaged or cut off",
    "重新复制或重新扫描",
    "copy or scan it again",
  ),
  "no-pages": entry("没有可读的页", "it has no page that can be read", "重新扫描", "scan it again"),
  "too-large": entry(
    "超出大小限制",
    "it exceeds a size limit",
    "拆分或降低分辨率，或用 --limit file-mb=…、megapixels=… 放宽",
    "split it or lower its resolution, or raise --limit file-mb=… or megapixels=…",
  ),
  "nothing-but-specks": entry(
    "该页满是噪点或网纹，不是文字",
    "the page is full of specks, not of text",
    "换用较低的分辨率或灰度重新扫描，或用 --limit million-edges=… 放宽",
    "scan it again at a lower resolution or in grey, or raise --limit million-edges=…",
  ),
  "too-many-pages": entry(
    "页数超出限制",
    "it has more pages than the limit",
    "拆分为多个文件，或用 --limit pages=… 放宽",
    "split it into several files, or raise --limit pages=…",
  ),
  "timed-out": entry(
    "读取超时",
    "reading it took too long",
    "用 --timeout 或 --limit opening-seconds=… 放宽时限",
    "allow more time with --timeout or --limit opening-seconds=…",
  ),
  "invalid-record": entry(
    "不是有效的协议记录",
    "not a valid agreement record",
    "运行 hesuan schema record 查看格式",
    "run hesuan schema record to see the format",
  ),
  "corrections-at-stake": entry(
    "同名记录中有人工更正，写入会将其覆盖",
    "writing its record would overwrite corrections made by hand",
    "移走该记录，或用 -o 指定别的文件夹",
    "move that record away, or name another folder with -o",
  ),
} satisfies Record<string, ErrorText>;

/** What a machine can lack. */
export const MACHINE = {
  "language-data-missing": entry(
    "缺少 OCR 语言数据",
    "OCR language data is missing",
    "请用 npm install 安装括号中的软件包",
    "install the package named in brackets with npm install",
  ),
  "native-module-missing": entry(
    "缺少本机模块或无法加载",
    "a native module is missing or does not load",
    "在这台机器上重新运行 npm ci",
    "run npm ci again on this machine",
  ),
  "reader-failed-to-start": entry(
    "OCR 引擎无法启动",
    "the OCR engine does not start",
    "运行 hesuan doctor 检查环境",
    "run hesuan doctor to see why",
  ),
  "out-of-memory": entry(
    "内存不足",
    "out of memory",
    "用 --jobs 1 减少并行，或关闭其他程序",
    "lower --jobs or close other programs",
  ),
  "disk-full": entry("磁盘已满", "the disk is full", "清理空间后再次运行", "free some space and run again"),
  "output-not-writable": entry(
    "无法写入输出文件夹",
    "the output folder can't be written",
    "用 -o 指定可写的文件夹",
    "name a folder you may write with -o",
  ),
} satisfies Record<string, ErrorText>;

function entry(zh: string, en: string, remedyZh: string, remedyEn: string): ErrorText {
  return { wrong: { zh, en }, remedy: { zh: remedyZh, en: remedyEn } };
}
