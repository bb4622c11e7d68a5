import { createContext, type ReactNode, useContext, useState } from "react";

import type { FoundRef } from "@/generated/types";

/**
 * What an inserted text comes from: a model's draft, which is marked until a person has checked it,
 * or an entry that everybody has, whose use is counted. Own replies are neither.
 */
export type Source = "model" | FoundRef;

/** Puts a text into the reply box; `title` is what it is called when it is said. */
export type Insert = (text: string, title: string, source?: Source) => void;

interface Desk {
  insert: Insert;
  /** The reply box on screen takes what is inserted, until it calls what this returns. */
  attach: (insert: Insert) => () => void;
}

function newDesk(): Desk {
  let box: Insert | null = null;
  return {
    insert: (text, title, source) => box?.(text, title, source),
    attach: (insert) => {
      box = insert;
      return () => {
        if (box === insert) box = null;
      };
    },
  };
}

const Context = createContext<Desk>(newDesk());

/** Around a case and what stands beside it: from there a text gets into the reply box. */
export function CaseDesk({ children }: { children: ReactNode }) {
  const [desk] = useState(newDesk);
  return <Context value={desk}>{children}</Context>;
}

/** The desk that a case and its side share. */
export function useCaseDesk(): Desk {
  return useContext(Context);
}
