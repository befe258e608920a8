import path from "node:path";

export interface Home {
  platform: string;
  env: { HESUAN_CACHE?: string; XDG_CACHE_HOME?: string; LOCALAPPDATA?: string };
  home: string;
}

/** Where this system keeps what can be made again: HESUAN_CACHE, else the user's cache folder. */
export function cacheFolderOf({ platform, env, home }: Home): string {
  if (env.HESUAN_CACHE) return env.HESUAN_CACHE;
  if (platform === "win32") {
    return path.join(env.LOCALAPPDATA || path.join(home, "AppData", "Local"), "hesuan", "Cache");
  }
  if (platform === "darwin") return path.join(home, "Library", "Caches", "hesuan");
  return path.join(env.XDG_CACHE_HOME || path.join(home, ".cache"), "hesuan");
}
