import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";

import { cache } from "@/api";
import { PreferencesProvider } from "@/prefs";

import { router } from "./router";

/** The whole screen. */
export function App() {
  return (
    <QueryClientProvider client={cache}>
      <PreferencesProvider>
        <RouterProvider router={router} />
      </PreferencesProvider>
    </QueryClientProvider>
  );
}
