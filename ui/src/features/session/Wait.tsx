import { useEffect, useState } from "react";

import { useWords } from "@/i18n";
import { Notice, useNow } from "@/ui";

/** How long nobody may try a password, counted down. `onOver` once it has passed. */
export function Wait({ seconds, onOver }: { seconds: number; onOver: () => void }) {
  const w = useWords();
  const [until] = useState(() => Date.now() + seconds * 1_000);
  const left = Math.max(0, Math.ceil((until - useNow(1_000)) / 1_000));
  useEffect(() => {
    if (left === 0) onOver();
  }, [left, onOver]);
  return (
    <>
      <Notice announce tone="red">
        {w.session.tooMany}
      </Notice>
      {/* Not announced: a screen reader would say every second. */}
      <p className="soft" role="timer">
        {w.session.left(`${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`)}
      </p>
    </>
  );
}
