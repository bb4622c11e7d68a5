import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A small server that speaks the chat completions of OpenAI, as far as a draft needs them. */
export class ModelServer {
  /** What it says next; `null`: it never answers. */
  says: string | null = "";
  /** The bodies it was sent. */
  readonly sent: string[] = [];
  private readonly server: Server = createServer((request, response) => {
    let body = "";
    request.on("data", (piece: Buffer) => (body += piece.toString()));
    request.on("end", () => {
      this.sent.push(body);
      if (this.says === null) return;
      const message = { role: "assistant", content: this.says };
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ choices: [{ index: 0, message, finish_reason: "stop" }] }));
    });
  });

  /** Listens on a free port of this machine; answers with the address a person configures. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/v1`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
