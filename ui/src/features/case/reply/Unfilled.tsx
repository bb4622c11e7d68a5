import { TriangleAlert } from "lucide-react";

import { Button } from "@/ui";

import styles from "./reply.module.css";

/** Says which variables still stand in the reply; a press goes to the first. */
export function Unfilled({ words, onGo }: { words: string | null; onGo: () => void }) {
  return (
    <div aria-live="polite" className={styles.unfilled}>
      {words !== null && (
        <Button
          className={styles.unfilledButton}
          edge="start"
          icon={TriangleAlert}
          onPress={onGo}
          size="small"
          tone="plain"
        >
          {words}
        </Button>
      )}
    </div>
  );
}
