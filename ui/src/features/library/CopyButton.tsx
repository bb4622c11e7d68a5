import { Copy } from "lucide-react";

import { useWords } from "@/i18n";
import { copyText, IconButton, toast } from "@/ui";

/** Copies something short and says so. */
export function CopyButton({ label, text }: { label: string; text: string }) {
  const w = useWords();
  return (
    <IconButton
      icon={Copy}
      label={label}
      onPress={() => {
        void copyText(text).then((done) =>
          toast(done ? "jade" : "red", done ? w.library.copied : w.library.copyFailed),
        );
      }}
      size="small"
    />
  );
}
