import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";

import { type CommandName, effects } from "@/generated/commands";
import type { SessionState, Tag } from "@/generated/types";

import type { Host } from "@/host";

import { asApiError } from "./client";

/** A session that ended elsewhere shows first as a refused command: the way in is asked again. */
function noticeLostSession(error: unknown): void {
  if (asApiError(error).code !== "not_signed_in") return;
  void cache.invalidateQueries({ queryKey: ["session_state"] });
}

/**
 * The cache of everything asked from the local store. `networkMode: always` because the store is
 * in this machine: without it, queries would pause whenever the browser believes to be offline.
 */
export const cache = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, { queryKey: [name] }) => {
      if (name !== "session_state") noticeLostSession(error);
    },
  }),
  mutationCache: new MutationCache({ onError: noticeLostSession }),
  defaultOptions: {
    queries: {
      networkMode: "always",
      staleTime: Infinity,
      gcTime: 5 * 60_000,
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: { networkMode: "always", retry: false },
  },
});

/** Whether a command's answer may differ once one of `tags` has changed. */
export function readsAny(name: CommandName, tags: readonly Tag[]): boolean {
  const reads = effects[name].reads ?? [];
  return reads.some((tag) => tags.includes(tag));
}

function isCommand(name: unknown): name is CommandName {
  return typeof name === "string" && name in effects;
}

/** Asks again for every answer on screen that reads one of `tags`. */
export async function invalidate(tags: readonly Tag[]): Promise<void> {
  if (tags.length === 0) return;
  if (tags.includes("session")) {
    // Who is here comes first: after signing out, nothing else may be asked any more.
    await cache.invalidateQueries({ queryKey: ["session_state"] });
    if (!cache.getQueryData<SessionState>(["session_state", {}])?.me) return;
  }
  await cache.invalidateQueries({
    predicate: ({ queryKey: [name] }) => isCommand(name) && name !== "session_state" && readsAny(name, tags),
  });
}

/** Keeps the cache true to the store for as long as the window lives. */
export function followHost(host: Host): () => void {
  const stopEvents = host.listen((event) => {
    if (event.event === "changed") void invalidate(event.tags);
  });
  const stopGaps = host.onGap(() => void cache.invalidateQueries());
  return () => {
    stopEvents();
    stopGaps();
  };
}
