import { type KeyboardEvent, useEffect, useId, useRef } from "react";

import { isFiltered, NO_FILTERS } from "@/forms";
import type { FoundHit } from "@/generated/types";
import { useWords } from "@/i18n";
import { TopDialog } from "@/ui";

import { Answer } from "./Answer";
import { Foot } from "./Foot";
import { scopeOfKey } from "./kinds";
import { Narrowing } from "./Narrowing";
import styles from "./palette.module.css";
import { Results, rowId } from "./Results";
import { SearchInput } from "./SearchInput";
import { Start } from "./Start";
import { usePalette } from "./usePalette";

/** One search over everything, from anywhere. */
export function SearchPalette({ onOpen, onAsk, onClose }: {
  onOpen: (hit: FoundHit) => void;
  /** Asks what was searched for and not found. */
  onAsk: (words: string) => void;
  onClose: () => void;
}) {
  const w = useWords();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const palette = usePalette({ onOpen, onAsk });
  const { text, scope, groups, active } = palette;
  const focus = () => input.current?.focus();
  useEffect(focus, []);

  /** Keys that work wherever the focus is in here. */
  function onAnyKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const ctrl = event.ctrlKey || event.metaKey;
    const next = ctrl ? scopeOfKey(event.key) : undefined;
    if (next) {
      palette.narrow(next);
    } else if (ctrl && event.key.toLowerCase() === "k") {
      input.current?.select();
    } else if (event.altKey && event.key === "Enter") {
      palette.ask();
    } else {
      return;
    }
    event.preventDefault();
  }

  /** Keys of the field. With Shift, Home and End select text as anywhere. */
  function onFieldKey(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === "Enter") palette.enter();
    else if (!palette.move(event.key)) return;
    event.preventDefault();
  }

  return (
    <TopDialog label={w.search.title} onClose={onClose}>
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- what is in it takes the keys */}
      <div className={styles.palette} onKeyDown={onAnyKey}>
        <SearchInput
          activeId={rowId(listId, groups, active)}
          inputRef={input}
          isOpen={groups.length > 0}
          listId={listId}
          onKey={onFieldKey}
          onText={palette.type}
          text={palette.typed}
        />
        <Narrowing
          filters={palette.filters}
          onFilters={palette.filter}
          onScope={(next) => {
            palette.narrow(next);
            focus();
          }}
          scope={scope}
        />
        {text === "" ? (
          <Start
            onText={(recent) => {
              palette.type(recent);
              focus();
            }}
            recent={palette.recent}
          />
        ) : (
          <Answer
            finding={palette}
            isFiltered={isFiltered(palette.filters)}
            onAsk={palette.ask}
            onEverywhere={() => {
              palette.narrow("all");
              focus();
            }}
            onUnfiltered={() => {
              palette.filter(NO_FILTERS);
              focus();
            }}
            scope={scope}
            text={text}
          >
            <Results
              active={active}
              groups={groups}
              id={listId}
              onChoose={(row) => {
                palette.choose(row);
                focus();
              }}
            />
          </Answer>
        )}
        <Foot onAsk={groups.length > 0 ? palette.ask : null} />
      </div>
    </TopDialog>
  );
}
