import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";

import type { Commands } from "@/generated/commands";
import type { ApiError } from "@/generated/types";

import { asApiError, call } from "./client";

type PagedName = "ticket_list" | "matter_search" | "knowledge_search";
type Argument<N extends PagedName> = Commands[N]["argument"];
type Row<N extends PagedName> = Commands[N]["result"]["rows"][number];

/** The rows of a long list, as far as they have been asked for. */
export interface Pages<R> {
  rows: R[];
  /** Rows in all. */
  total: number;
  /** The first answer has not come yet. */
  isPending: boolean;
  error: ApiError | null;
  refetch: () => void;
  /** Asks for the next rows, if there are any. */
  more: () => void;
}

/** Asks a long list page by page. `argument.offset` is ignored; `limit` is the size of a page. */
export function usePages<N extends PagedName>(
  name: N,
  argument: Argument<N>,
  everyMs?: number,
): Pages<Row<N>> {
  const query = useInfiniteQuery<Commands[N]["result"], ApiError>({
    queryKey: [name, argument, "pages"],
    queryFn: async ({ pageParam }) => {
      try {
        return await call(name, { ...argument, offset: pageParam as number });
      } catch (thrown) {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- errors are codes here
        throw asApiError(thrown);
      }
    },
    initialPageParam: 0,
    getNextPageParam: ({ rows, offset, total }) => {
      const next = offset + rows.length;
      return rows.length > 0 && next < total ? next : undefined;
    },
    placeholderData: keepPreviousData,
    ...(everyMs ? { refetchInterval: everyMs } : {}),
  });
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage, refetch } = query;
  const rows = useMemo(
    () => (data ? data.pages.flatMap((page): Row<N>[] => page.rows) : []),
    [data],
  );
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage]);
  return {
    rows,
    total: data?.pages[0]?.total ?? 0,
    isPending: query.isPending,
    error: query.error,
    refetch: () => void refetch(),
    more,
  };
}
