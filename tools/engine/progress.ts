const EVERY_MS = { terminal: 1_000, log: 30_000 };

/** Shows that something long is alive: one line rewritten on a terminal, a line now and then in a log. */
export class Progress {
  readonly #what: string;
  readonly #started = Date.now();
  readonly #timer: NodeJS.Timeout;
  #downloaded = 0;
  #compiled = 0;

  constructor(what: string) {
    this.#what = what;
    console.log(`Building ${what}, a few minutes the first time ...`);
    this.#timer = setInterval(
      () => {
        this.#show();
      },
      process.stdout.isTTY ? EVERY_MS.terminal : EVERY_MS.log,
    );
  }

  downloaded(): void {
    this.#downloaded += 1;
  }

  compiled(): void {
    this.#compiled += 1;
  }

  stop(): void {
    clearInterval(this.#timer);
    if (process.stdout.isTTY) process.stdout.write(START_OF_LINE);
  }

  seconds(): string {
    return `${((Date.now() - this.#started) / 1000).toFixed(0)} s`;
  }

  #show(): void {
    const so = `${this.#what}: ${String(this.#downloaded)} modules downloaded, ${String(this.#compiled)} packages compiled`;
    const line = `${so}, ${this.seconds()}`;
    if (process.stdout.isTTY) process.stdout.write(START_OF_LINE + line);
    else console.log(line);
  }
}

/** Carriage return, and erase to the end of the line. */
const START_OF_LINE = "\r\u001b[K";
