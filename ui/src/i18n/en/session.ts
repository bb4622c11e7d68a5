import type { Words } from "../words";

export const session: Words["session"] = {
  title: "Sign in",
  slogan: "One request at a time, done well.",
  chooseAccount: "Accounts on this machine",
  lastUsed: (when) => `Last used ${when}`,
  otherAccount: "Another account",
  account: "Account",
  accountHint: "Your staff account",
  password: "Password",
  signIn: "Sign in",
  signingIn: "Signing in",
  tooMany: "Too many wrong passwords for this account. To keep others from guessing, it cannot be signed in to for a while. What is on this computer is safe.",
  left: (time) => `${time} left`,
  offlineKnown: "No network is needed: the password opens the data on this machine.",
  firstTime:
    "The first sign-in on this machine needs the platform; afterwards it works without a network.",
  platform: "Platform",
  errorSafe: "What is not uploaded yet stays on this machine.",
  weaker: {
    title: "This machine has no usable system keyring",
    text: "The data is still encrypted, but by your password alone. Use a long one and sign out when you leave.",
    ok: "Understood",
  },
  recovery: {
    title: "The data on this machine was damaged and has been set up again",
    text: (recovered) =>
      recovered === 0
        ? "No action was waiting for upload. Tickets are downloaded again."
        : `${recovered} waiting ${recovered === 1 ? "action was" : "actions were"} recovered and will be uploaded. Tickets are downloaded again.`,
    kept: (file) => `The damaged file is kept as ${file}`,
  },
  first: {
    title: "Preparing this machine",
    text: "Matters, knowledge and your station's tickets are downloaded once; afterwards everything works without a network.",
    waiting: "Waiting for the platform",
    offline: "The platform does not answer. What is downloaded is kept and continues by itself.",
    download: (done, total) => `${done} of ${total}`,
    records: (done, total) => `${done} of ${total} records`,
    remaining: (time) => `about ${time} left`,
    done: "Done",
    next: "Comes next",
  },
};
