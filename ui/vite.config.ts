import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
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

/** What a PDF may refer to without bringing it: tables of Chinese characters, the standard fonts,
 * colour profiles, and decoders as scripts, because the policy allows no WebAssembly. Each with
 * its licence. */
const PDF_SUPPLIES: Record<string, RegExp> = {
  cmaps: /\.bcmap$|^LICENSE/,
  standard_fonts: /\.(?:pfb|ttf)$|^LICENSE/,
  iccs: /\.icc$|^LICENSE/,
  wasm: /_nowasm_fallback\.js$|^LICENSE_.*(?:JBIG2|OPENJPEG)$/,
};

/** Serves the PDF reader's supplies under `pdfjs/`, as files of their own beside the script. */
function pdfSupplies(): Plugin {
  const home = fileURLToPath(new URL("./node_modules/pdfjs-dist/", import.meta.url));
  return {
    name: "pdf-supplies",
    configureServer(server) {
      server.middlewares.use("/pdfjs", (request, response, next) => {
        const [folder = "", file = ""] = (request.url ?? "").slice(1).split("/");
        const path = `${home}${folder}/${file}`;
        if (!PDF_SUPPLIES[folder]?.test(file) || !existsSync(path)) {
          next();
          return;
        }
        if (file.endsWith(".js")) response.setHeader("content-type", "text/javascript");
        createReadStream(path).pipe(response);
      });
    },
    generateBundle() {
      for (const [folder, wanted] of Object.entries(PDF_SUPPLIES)) {
        for (const file of readdirSync(`${home}${folder}`).filter((name) => wanted.test(name))) {
          const source = readFileSync(`${home}${folder}/${file}`);
          this.emitFile({ type: "asset", fileName: `pdfjs/${folder}/${file}`, source });
        }
      }
    },
  };
}

export default defineConfig({
  base: "./",
  plugins: [react(), onlyOurLocales(), pdfSupplies()],
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
