import {
  keepPreviousData,
  useMutation,
  type UseMutationResult,
  useQuery,
  type UseQueryResult,
} from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";

import { type CommandName, type Commands, effects } from "@/generated/commands";
import type { ApiError, ApiEvent } from "@/generated/types";

import { invalidate } from "./cache";
import { asApiError, call, currentHost } from "./client";

type Argument<N extends CommandName> = Commands[N]["argument"];
type Result<N extends CommandName> = Commands[N]["result"];

/** How a query is asked. */
export interface AskOptions {
  /** Not asked while false. */
  enabled?: boolean;
  /** Keeps the previous answer on screen while the next one is fetched. */
  keepPrevious?: boolean;
  /** Asks again every so many milliseconds; for answers that age, such as clocks. */
  everyMs?: number;
}

async function ask<N extends CommandName>(name: N, argument: Argument<N>): Promise<Result<N>> {
  try {
    return await call(name, argument);
  } catch (thrown) {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- errors are codes here
    throw asApiError(thrown);
  }
}

/** Asks a command that reads, and keeps its answer true by the tags it reads. */
export function useCommand<N extends CommandName>(
  name: N,
  argument: Argument<N>,
  options: AskOptions = {},
): UseQueryResult<Result<N>, ApiError> {
  return useQuery<Result<N>, ApiError>({
    queryKey: [name, argument],
    queryFn: () => ask(name, argument),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(options.everyMs ? { refetchInterval: options.everyMs } : {}),
  });
}

/** The last day of so many working days from today; nothing while the number makes no sense. */
export function useDueDay(days: number | null): Result<"due_day"> | undefined {
  const asked = days !== null && Number.isInteger(days) && days >= 1 && days <= 60;
  return useCommand("due_day", { days: asked ? days : 1 }, { enabled: asked }).data;
}

/** Runs a command that writes, and asks again for what it changed. */
export function useAction<N extends CommandName>(
  name: N,
): UseMutationResult<Result<N>, ApiError, Argument<N>> {
  return useMutation<Result<N>, ApiError, Argument<N>>({
    mutationKey: [name],
    mutationFn: (argument) => ask(name, argument),
    onSuccess: () => invalidate(effects[name].writes ?? []),
  });
}

/** Calls back for the host's events while the component is on screen. */
export function useHostEvents(callback: (event: ApiEvent) => void): void {
  const onEvent = useEffectEvent(callback);
  useEffect(() => currentHost().listen((event) => onEvent(event)), []);
}
