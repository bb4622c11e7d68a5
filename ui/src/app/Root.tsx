import { Outlet } from "@tanstack/react-router";

import { useWords } from "@/i18n";
import { ToastRegion } from "@/ui";

/** What stands on every screen, signed in or not. */
export function Root() {
  const w = useWords();
  return (
    <>
      <Outlet />
      <ToastRegion closeLabel={w.common.close} label={w.common.messages} />
    </>
  );
}
