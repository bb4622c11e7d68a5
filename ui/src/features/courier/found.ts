import type { CourierFile, Link } from "@/generated/types";

/** What a file is to the person who opened it. */
export type Found = "carry_files" | "carry" | "carry_mine" | "carry_mine_online" | "import" | "bring_on" | "unknown";

/** What is to be said of a file before anything is done with it. */
export function found({ can, kind, mine, known }: CourierFile, link: Link): Found {
  switch (can) {
    case "import":
      return known ? "import" : "unknown";
    case "bring_on":
      return "bring_on";
    case "carry":
      if (kind === "files") return "carry_files";
      if (!mine) return "carry";
      return link === "online" ? "carry_mine_online" : "carry_mine";
  }
}
