import { fileURLToPath } from "node:url";

import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const WEB_HOST = "http://127.0.0.1:7410";

/**
 * React Aria carries its own words in thirty-four languages. The screen speaks two, so the other
 * files are replaced by an empty dictionary: they would be a third of the whole script.
 */
function onlyOurLocales(): Plugin {
  const kept = /(?:zh-CN|en-US)\.m?js$/;
  const dictionary = /react-(?:aria|stately|aria-components)[\\/].*[\\/]intl[\\/].*\.m?js$/;
  const language = /[\\/][a-z]{2}-[A-Z]{2}\.m?js$/;
  return {
    name: "only-our-locales",
    enforce: "pre",
    load(id) {
      if (dictionary.test(id) && language.test(id) && !kept.test(id)) {
        return "export default {};";
      }
      return null;
    },
  };
}

export default defineConfig({
  base: "./",
  plugins: [react(), onlyOurLocales()],
  resolve: {
    alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) },
  },
  build: {
    target: ["safari16", "chrome110"],
    // Inlined files would become data: URLs, which the content security policy allows for
    // pictures only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: {
    port: 5173,
    strictPort: true,
    // `bangban-web --port 7410` takes commands from its own page only, so the proxy speaks as one.
    proxy: Object.fromEntries(
      ["/rpc", "/events", "/enter"].map((path) => [
        path,
        { target: WEB_HOST, changeOrigin: true, headers: { origin: WEB_HOST } },
      ]),
    ),
  },
});
