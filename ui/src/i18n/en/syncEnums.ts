import type { Words } from "../words";

type Enums = Words["enums"];

export const syncEnums: Pick<Enums, "link" | "heldWhy" | "syncWhat" | "syncPhase"> = {
  link: {
    online: "Online",
    connecting: "Connecting",
    offline: "Offline",
    sign_in_needed: "Sign in again to sync",
    account_disabled: "Account disabled",
    update_needed: "Update needed to sync",
    disk_full: "Disk full",
    braked: "Stopped until you have looked",
  },
  heldWhy: {
    unreadable: "Platform cannot read it",
    not_yours: "Another account",
    failed: "Platform failed",
    behind: "Waits for the one before",
    blocked: "Blocked on the way",
  },
  syncWhat: { library: "Matters and knowledge", tickets: "Tickets" },
  syncPhase: { downloading: "Downloading", writing: "Writing to this machine" },
};
