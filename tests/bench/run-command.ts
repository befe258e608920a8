import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

export interface CommandRun {
  seconds: number;
  /** The most memory the process itself held at once; 0 on a system without /proc. */
  peakMb: number;
  stdout: string;
  exitCode: number | null;
}

/** Runs a command to its end and follows the memory of its process. */
export function runCommand(
  command: string,
  words: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<CommandRun> {
  const startedMs = performance.now();
  const env = { ...process.env, ...options.env };
  const child = spawn(command, words, { cwd: options.cwd, env, stdio: ["ignore", "pipe", "ignore"] });
  let peakKb = 0;
  const timer = setInterval(() => {
    peakKb = Math.max(peakKb, residentKb(child.pid));
  }, 100);
  let stdout = "";
  child.stdout.on("data", (data) => {
    stdout += data;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exitCode) => {
      clearInterval(timer);
      resolve({
        seconds: (performance.now() - startedMs) / 1000,
        peakMb: peakKb / 1024,
        stdout,
        exitCode,
      });
    });
  });
}

function residentKb(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    // Gone, or a system without /proc.
    return 0;
  }
}
