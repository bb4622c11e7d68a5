/** Words of the viewer for what was handed in. */
export const viewer = {
  title: "材料文件",
  files: "文件",
  review: "标准与意见",
  none: "还没有上传文件，可先登记纸质收件",
  nonePaper: (received: string) => `${received}。还没有上传文件。`,
  removed: (reason: string) => `已撤下：${reason}`,
  removedMark: "已撤下",
  beside: "对照",
  besideNone: "不对照",
  sample: "样表",
  sampleOf: (name: string) => `样表：${name}`,
  contentAway: "文件内容不在本机。",
  reading: "正在打开文件",
  failed: "这个文件打不开，可能已损坏。",
  locked: "这个 PDF 设了密码，不能在这里查看。",
  otherKind: "这类文件不能在这里查看，请用系统里的程序打开。",
  zoomIn: "放大",
  zoomOut: "缩小",
  fit: "适合窗口",
  fitWidth: "适合宽度",
  rotate: "向右转",
  page: (page: number, pages: number) => `第 ${page}/${pages} 页`,
  previousPage: "上一页",
  nextPage: "下一页",
  percent: (percent: number) => `${percent}%`,
  stage: (name: string) => `${name}，方向键移动，加减号缩放，R 旋转`,
  stagePages: (name: string) => `${name}，方向键移动，加减号缩放，R 旋转，PageUp 和 PageDown 翻页`,
  size: (bytes: number) =>
    bytes < 1_048_576
      ? `${Math.max(1, Math.round(bytes / 1024))} KB`
      : `${(bytes / 1_048_576).toFixed(1)} MB`,
};
