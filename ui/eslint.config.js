import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const FEATURES = [
  "case",
  "courier",
  "frame",
  "knowledge",
  "library",
  "notices",
  "papers",
  "practice",
  "questions",
  "queue",
  "register",
  "review",
  "search",
  "session",
  "settings",
  "sync",
  "transfers",
];

/** The only importer of the shell's bridge is `src/host`. */
const bridge = {
  group: ["@tauri-apps/*"],
  message: "Only src/host talks to the shell; use src/api.",
};

/** A layer may not import what lies above it. */
function below(files, layers) {
  const group = layers.flatMap((layer) => [`@/${layer}`, `@/${layer}/**`]);
  const above = { group, message: "A layer imports only what lies below it." };
  return {
    files,
    rules: { "no-restricted-imports": ["error", { patterns: [bridge, above] }] },
  };
}

/** Features do not know each other: a page brings them together. */
function alone(feature) {
  const others = FEATURES.filter((other) => other !== feature);
  return below(
    [`src/features/${feature}/**`],
    ["app", "pages", ...others.map((other) => `features/${other}`)],
  );
}

export default tseslint.config(
  { ignores: ["dist", "src/generated", "node_modules"] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  jsxA11y.flatConfigs.strict,
  reactHooks.configs.flat.recommended,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // Our own fields may take the focus: in dialogs, and on the sign-in page.
      "jsx-a11y/no-autofocus": ["error", { ignoreNonDOM: true }],
      "max-lines": ["error", { max: 250, skipBlankLines: false }],
      "no-restricted-imports": ["error", { patterns: [bridge] }],
    },
  },
  {
    files: ["src/host/**"],
    rules: { "no-restricted-imports": "off" },
  },
  below(["src/ui/**"], ["host", "api", "i18n", "prefs", "features", "pages", "app", "generated"]),
  below(["src/i18n/**"], ["host", "api", "ui", "prefs", "features", "pages", "app"]),
  below(["src/api/**"], ["i18n", "ui", "prefs", "features", "pages", "app"]),
  below(["src/prefs/**"], ["features", "pages", "app"]),
  below(["src/forms/**"], ["features", "pages", "app"]),
  below(["src/marks/**"], ["features", "pages", "app"]),
  ...FEATURES.map(alone),
  below(["src/pages/**"], ["app"]),
  {
    files: ["eslint.config.js"],
    ...tseslint.configs.disableTypeChecked,
  },
);
