export const session = {
  title: "登录",
  slogan: "把群众的事，一件一件办好。",
  chooseAccount: "在这台电脑用过的账号",
  lastUsed: (when: string) => `上次使用 ${when}`,
  otherAccount: "使用其他账号",
  account: "账号",
  accountHint: "统一身份账号",
  password: "密码",
  signIn: "登录",
  signingIn: "正在登录",
  tooMany: "这个账号的密码连续输错多次，为防止他人猜密码，暂时不能登录。本机内容不受影响。",
  left: (time: string) => `还要等 ${time}`,
  offlineKnown: "没有网络也能登录：本机账号凭密码打开本机数据。",
  firstTime: "首次在这台电脑登录需要连接平台，之后没有网络也能登录。",
  platform: "平台地址",
  errorSafe: "未上传的内容都在本机，没有丢失。",
  weaker: {
    title: "这台电脑没有可用的系统密钥库",
    text: "本机数据仍已加密，但只由您的密码保护。请使用较长的密码，离开时退出登录。",
    ok: "知道了",
  },
  recovery: {
    title: "本机数据曾损坏，已重新建立",
    text: (recovered: number) =>
      recovered === 0
        ? "没有未上传的操作需要找回。工单会从平台重新下载。"
        : `已找回 ${recovered} 条未上传的操作，会继续上传。工单会从平台重新下载。`,
    kept: (file: string) => `损坏的文件保留为 ${file}`,
  },
  first: {
    title: "正在准备这台电脑",
    text: "首次登录要把事项、知识和本站工单下载到本机，之后没有网络也能办理。",
    waiting: "等待平台响应",
    offline: "连不上平台，已下载的部分会保留，连上后自动继续。",
    download: (done: string, total: string) => `${done} / ${total}`,
    records: (done: number, total: number) => `${done} / ${total} 条`,
    remaining: (time: string) => `约剩 ${time}`,
    done: "已完成",
    next: "稍后进行",
  },
};
