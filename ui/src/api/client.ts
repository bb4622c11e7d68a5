import type { CommandName, Commands } from "@/generated/commands";
import type { ApiError } from "@/generated/types";
import type { Host } from "@/host";

let host: Host | null = null;

/** Sets the host; done once before the first screen. */
export function setHost(found: Host): void {
  host = found;
}

/** The host of this window. */
export function currentHost(): Host {
  if (!host) throw new Error("the host is set before anything is drawn");
  return host;
}

/** Runs a command. Rejects with an `ApiError`. */
export async function call<N extends CommandName>(
  name: N,
  argument: Commands[N]["argument"],
): Promise<Commands[N]["result"]> {
  return (await currentHost().call(name, argument)) as Commands[N]["result"];
}

/** The error as the words know it; whatever else was thrown counts as `internal`. */
export function asApiError(thrown: unknown): ApiError {
  if (typeof thrown === "object" && thrown !== null && "code" in thrown) {
    const error = thrown as Partial<ApiError>;
    if (typeof error.code === "string") {
      return { code: error.code, params: error.params ?? {}, trace_id: error.trace_id ?? "" };
    }
  }
  return { code: "internal", params: {}, trace_id: "" };
}
