import { MACHINE, UNREADABLE } from "./error-texts.ts";
import type { Message } from "./model/finding.ts";

/** An expected failure: what is wrong and what to do about it, in both languages. `message` is the English text. */
export abstract class HesuanError extends Error {
  abstract readonly code: string;
  abstract readonly exitCode: number;
  readonly explanation: Message;
  readonly remedy: Message;

  constructor(explanation: Message, remedy: Message, cause?: unknown) {
    super(explanation.en, { cause });
    this.name = new.target.name;
    this.explanation = explanation;
    this.remedy = remedy;
  }
}

/** The command was called wrongly; exit code 2. */
export class UsageError extends HesuanError {
  readonly code = "usage";
  readonly exitCode = 2;

  constructor(explanation: Message, remedy: Message = SEE_HELP) {
    super(explanation, remedy);
  }
}

export type UnreadableCode = keyof typeof UNREADABLE;

/** One input can't be read, the others can; exit code 3. `detail` is a technical word on top (a limit, a key). */
export class UnreadableInputError extends HesuanError {
  readonly exitCode = 3;
  readonly code: UnreadableCode;
  readonly path: string;
  readonly pageNumber: number | null;
  readonly detail: string | null;

  constructor(
    code: UnreadableCode,
    path: string,
    detail: string | null = null,
    options: { cause?: unknown; pageNumber?: number | null } = {},
  ) {
    const { wrong, remedy } = UNREADABLE[code];
    super(withDetail(wrong, detail), remedy, options.cause);
    this.code = code;
    this.path = path;
    this.pageNumber = options.pageNumber ?? null;
    this.detail = detail;
  }
}

export type MachineCode = keyof typeof MACHINE;

/** The machine lacks something that every scan needs; exit code 4. */
export class MachineError extends HesuanError {
  readonly exitCode = 4;
  readonly code: MachineCode;
  readonly detail: string | null;

  constructor(code: MachineCode, detail: string | null = null, options: { cause?: unknown } = {}) {
    const { wrong, remedy } = MACHINE[code];
    super(withDetail(wrong, detail), remedy, options.cause);
    this.code = code;
    this.detail = detail;
  }
}

/** The user stopped the run; exit code 130. What was finished before is written. */
export class InterruptedError extends HesuanError {
  readonly code = "interrupted";
  readonly exitCode = 130;

  constructor() {
    super(
      { zh: "已中断", en: "interrupted" },
      { zh: "再次运行同一命令即可继续", en: "run the same command again to go on" },
    );
  }
}

/** A bug of ours; exit code 70. */
export class InternalError extends HesuanError {
  readonly code = "internal";
  readonly exitCode = 70;

  constructor(detail: string, options: { cause?: unknown } = {}) {
    super(
      { zh: `程序内部错误：${detail}`, en: `internal error: ${detail}` },
      {
        zh: "这是本软件的缺陷，请附上此信息反馈",
        en: "this is a bug of hesuan; please report it with this text",
      },
      options.cause,
    );
  }
}

/** Any thrown value as one of our errors; what we don't know is a bug of ours, but for a full or locked disk. */
export function toHesuanError(thrown: unknown): HesuanError {
  if (thrown instanceof HesuanError) return thrown;
  const errno = errnoOf(thrown);
  if (isFull(errno)) {
    return new MachineError("disk-full", textOf(thrown), { cause: thrown });
  }
  if (errno === "EROFS") return new MachineError("output-not-writable", textOf(thrown), { cause: thrown });
  return new InternalError(textOf(thrown), { cause: thrown });
}

/** The system's error code (`ENOENT`, `EACCES`) of a thrown value, or null. */
export function errnoOf(thrown: unknown): string | null {
  if (!(thrown instanceof Error) || !("code" in thrown)) return null;
  return typeof thrown.code === "string" ? thrown.code : null;
}

/** Whether a system's error code says that a disk, a share of it, or a file takes no more. */
export function isFull(errno: string | null): boolean {
  return errno === "ENOSPC" || errno === "EDQUOT" || errno === "EFBIG";
}

const SEE_HELP: Message = { zh: "运行 hesuan --help 查看用法", en: "run hesuan --help to see the usage" };

function withDetail(wrong: Message, detail: string | null): Message {
  return detail === null ? wrong : { zh: `${wrong.zh}（${detail}）`, en: `${wrong.en} (${detail})` };
}

function textOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
