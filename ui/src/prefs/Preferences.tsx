import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

import { cache, useAction, useCommand } from "@/api";
import type { Preferences } from "@/generated/types";
import { WordsProvider } from "@/i18n";
import { announceMeasures, setLetterShortcuts } from "@/ui";

import { layoutValue, parseLayout } from "./layout";
import { applyLook, DEFAULTS, readMirror, writeMirror } from "./mirror";

interface Look {
  preferences: Preferences;
  change: (patch: Partial<Preferences>) => void;
}

const LookContext = createContext<Look>({ preferences: DEFAULTS, change: () => undefined });

/** Holds how the desk looks, keeps it in the store, and puts it onto the document. */
export function PreferencesProvider({ children }: { children: ReactNode }) {
  const session = useCommand("session_state", {});
  const signedIn = Boolean(session.data?.me);
  const kept = useCommand("preferences_get", {}, { enabled: signedIn });
  const save = useAction("preferences_set");
  const [mirror, setMirror] = useState(readMirror);
  const preferences = (signedIn && kept.data) || mirror;
  useLook(preferences);

  function change(patch: Partial<Preferences>) {
    const next = { ...preferences, ...patch };
    setMirror(next);
    if (!signedIn) return;
    cache.setQueryData(["preferences_get", {}], next);
    save.mutate(next);
  }

  return (
    <LookContext value={{ preferences, change }}>
      <WordsProvider language={preferences.language}>{children}</WordsProvider>
    </LookContext>
  );
}

function useLook(preferences: Preferences): void {
  useEffect(() => {
    const show = () => {
      applyLook(preferences);
      announceMeasures();
    };
    show();
    writeMirror(preferences);
    setLetterShortcuts(layoutValue(parseLayout(preferences.layout), "letterShortcuts", true));
    const system = window.matchMedia("(prefers-color-scheme: dark)");
    system.addEventListener("change", show);
    return () => system.removeEventListener("change", show);
  }, [preferences]);
}

/** How the desk looks, and how to change it. */
export function usePreferences(): Look {
  return useContext(LookContext);
}

/** `22` stands for any number; words stay the words they are. */
type Wide<T> = T extends number ? number : T extends boolean ? boolean : T;

/** A remembered value of the layout, e.g. the width of a pane in rem. */
export function useLayoutValue<T extends string | number | boolean>(
  key: string,
  fallback: T,
): [Wide<T>, (value: Wide<T>) => void] {
  const { preferences, change } = usePreferences();
  const layout = parseLayout(preferences.layout);
  const set = (value: Wide<T>) => change({ layout: JSON.stringify({ ...layout, [key]: value }) });
  return [layoutValue(layout, key, fallback) as Wide<T>, set];
}
