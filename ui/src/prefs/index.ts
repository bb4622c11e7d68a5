export { applyLook, readMirror } from "./mirror";
export { PreferencesProvider, useLayoutValue, usePreferences } from "./Preferences";
export { forgetRemembered, useRemembered } from "./remembered";
