import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

export interface CommandRun {
  seconds: number;
  /** The most memory the process and those it started held at once, where that was followed; 0 on a system without /proc. */
  peakMb: number;
  stdout: string;
  exitCode: number | null;
}

export interface RunOptions {
  cwd?: string;
  env?: Record<string, string>;
  /** Looking at the memory of its processes takes an eighth of two processors: not while its time is measured. */
  followsMemory?: boolean;
}

/** Runs a command to its end. */
export function runCommand(
  command: string,
  words: readonly string[],
  options: RunOptions = {},
): Promise<CommandRun> {
  const startedMs = performance.now();
  const env = { ...process.env, ...options.env };
  const child = spawn(command, words, { cwd: options.cwd, env, stdio: ["ignore", "pipe", "ignore"] });
  let peakKb = 0;
  const look = (): void => {
    peakKb = Math.max(peakKb, treeKb(child.pid));
  };
  const timer = options.followsMemory ? setInterval(look, SAMPLE_MS) : undefined;
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

const SAMPLE_MS = 250;

/** Seconds of processor time of this process and of those it started, whether they still run or not. */
export function usedCpuS(): number {
  const { user, system } = process.cpuUsage();
  const [, , endedUser, endedSystem] = cpuTimesOf("self");
  const running = readFileSync(`/proc/self/task/${process.pid}/children`, "utf8").split(" ").filter(Boolean);
  const ofRunning = running.flatMap((pid) => cpuTimesOf(pid).slice(0, 2)).reduce((sum, s) => sum + s, 0);
  return (user + system) / 1e6 + endedUser + endedSystem + ofRunning;
}

/** Seconds of processor time of the thread that runs the program's own code; by the clock on a system without /proc. */
export function usedByMainThreadS(): number {
  const file = `/proc/self/task/${process.pid}/schedstat`;
  if (!existsSync(file)) return performance.now() / 1000;
  return Number(readFileSync(file, "utf8").split(" ")[0]) / 1e9;
}

/** In user code and in the kernel, a process's own and that of those it started that have ended; Linux counts in hundredths of a second. */
function cpuTimesOf(pid: string): number[] {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return fields.slice(11, 15).map((count) => Number(count) / 100);
  } catch {
    // Ended since it was listed.
    return [0, 0, 0, 0];
  }
}

/**
 * What a process and all those below it hold: their proportional set sizes, in which pages that several share (the
 * program itself) count once. 0 on a system without /proc.
 */
function treeKb(root: number | undefined): number {
  if (root === undefined || !existsSync("/proc/self/status")) return 0;
  const processes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap(statusOf);
  const kbBelow = (pid: number): number =>
    processes
      .filter(({ parent }) => parent === pid)
      .reduce((sum, child) => sum + heldKb(child.pid) + kbBelow(child.pid), 0);
  return heldKb(root) + kbBelow(root);
}

function heldKb(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0);
  } catch {
    // Ended since it was listed.
    return 0;
  }
}

function statusOf(name: string): { pid: number; parent: number }[] {
  try {
    const status = readFileSync(`/proc/${name}/status`, "utf8");
    return [{ pid: Number(name), parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0) }];
  } catch {
    // Ended since it was listed.
    return [];
  }
}
