import { createContext, type ReactNode, useContext } from "react";
import { I18nProvider } from "react-aria-components";

import type { Language } from "@/generated/types";

import { en } from "./en";
import type { Words } from "./words";
import { zhCN } from "./zh-CN";

const LANGUAGES: Record<Language, Words> = { "zh-CN": zhCN, en };

const WordsContext = createContext<Words>(zhCN);

/** Gives the words of `language` to everything inside. */
export function WordsProvider({ language, children }: {
  language: Language;
  children: ReactNode;
}) {
  return (
    <I18nProvider locale={language === "en" ? "en-US" : "zh-CN"}>
      <WordsContext value={LANGUAGES[language]}>{children}</WordsContext>
    </I18nProvider>
  );
}

/** The words of the language on screen. */
export function useWords(): Words {
  return useContext(WordsContext);
}
