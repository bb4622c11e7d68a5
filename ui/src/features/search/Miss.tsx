import { MessageCirclePlus, SearchX } from "lucide-react";

import { useWords } from "@/i18n";
import { Button, EmptyState, KeyHint } from "@/ui";

import type { Scope } from "./kinds";
import styles from "./palette.module.css";

/** Nothing was found: says so, what to try, and whom to ask. */
export function Miss({ text, scope, isFiltered, onEverywhere, onUnfiltered, onAsk }: {
  text: string;
  scope: Scope;
  isFiltered: boolean;
  onEverywhere: () => void;
  onUnfiltered: () => void;
  onAsk: () => void;
}) {
  const words = useWords().search;
  const { miss } = words;
  const none = scope === "all" ? miss.none(text) : miss.noneIn(text, words.scope[scope]);
  const advice = isFiltered ? miss.adviceFilters : miss.advice;
  return (
    <EmptyState
      action={
        <div className={styles.ways}>
          {isFiltered && <Button onPress={onUnfiltered}>{miss.clear}</Button>}
          {scope !== "all" && <Button onPress={onEverywhere}>{miss.everywhere}</Button>}
          <Button icon={MessageCirclePlus} onPress={onAsk} tone="primary">
            {words.ask}
          </Button>
          <KeyHint keys="Alt+Enter" />
        </div>
      }
      icon={SearchX}
      text={`${none}\n${advice}`}
    />
  );
}
