// A terminal in a page: text that a program writes, and after it a line that is typed.
//
//   const terminal = new Terminal(element);
//   await run({ write: (stream, bytes) => terminal.write(stream, bytes), read: () => terminal.read() });
//
// Enter sends the line, the up and down arrows fetch earlier ones, Control-D on an empty line ends the input. Lines may be
// typed, or pasted several at once, before the program asks for them; they appear among its output when it does.

const NEWLINE = "\n";

export class Terminal {
  #screen;
  #line; // what is being typed: the last child of #screen
  #decoders = [undefined, new TextDecoder(), new TextDecoder()]; // by stream: a character may come in two parts
  #encoder = new TextEncoder();
  #sent = []; // lines that the program has not read
  #ended = false; // the input
  #waiting; // takes the next line, when the program asks for it
  #history = [];
  #place = 0; // in #history; its length: the line that is new
  #draft = ""; // that line, while an earlier one is shown

  constructor(screen) {
    this.#screen = screen;
    this.#line = document.createElement("span");
    this.#line.className = "line";
    this.#line.contentEditable = "plaintext-only";
    this.#line.spellcheck = false;
    this.#line.setAttribute("role", "textbox");
    this.#line.setAttribute("aria-label", "input");
    this.#line.addEventListener("keydown", (event) => this.#key(event));
    this.#line.addEventListener("input", () => this.#pasted());
    screen.addEventListener("click", () => {
      if (document.getSelection().isCollapsed) this.focus();
    });
    screen.append(this.#line);
  }

  focus() {
    this.#line.focus();
    document.getSelection().selectAllChildren(this.#line);
    document.getSelection().collapseToEnd();
  }

  /// Shows what a program wrote to stream 1 (output) or 2 (errors).
  write(stream, bytes) {
    this.#show(this.#decoders[stream].decode(bytes, { stream: true }), stream === 2 ? "errors" : "output");
  }

  /// A promise of the bytes of the next line; none when the input has ended.
  read() {
    return new Promise((take) => {
      this.#waiting = take;
      this.#serve();
    });
  }

  /// Types a line, as a user would.
  type(text) {
    this.#line.textContent = text;
    this.#send();
  }

  /// No more input: for the program, and for the user.
  end() {
    this.#ended = true;
    this.#line.contentEditable = "false";
    this.#serve();
  }

  #serve() {
    if (!this.#waiting || (this.#sent.length === 0 && !this.#ended)) return;
    const take = this.#waiting;
    this.#waiting = undefined;
    const line = this.#sent.shift() ?? "";
    this.#show(line, "typed");
    take(this.#encoder.encode(line));
  }

  #show(text, kind) {
    let last = this.#line.previousSibling;
    if (last?.className !== kind) {
      last = document.createElement("span");
      last.className = kind;
      this.#line.before(last);
    }
    last.append(text);
    this.#screen.scrollTop = this.#screen.scrollHeight;
  }

  #send() {
    const text = this.#line.textContent;
    this.#line.textContent = "";
    if (text !== "") this.#history.push(text);
    this.#place = this.#history.length;
    this.#sent.push(text + NEWLINE);
    this.#serve();
  }

  #pasted() {
    const lines = this.#line.textContent.split(NEWLINE);
    if (lines.length === 1) return;
    const last = lines.pop();
    lines.forEach((line) => this.type(line));
    this.#line.textContent = last;
    this.focus();
  }

  #recall(step) {
    const place = this.#place + step;
    if (place < 0 || place > this.#history.length) return;
    if (this.#place === this.#history.length) this.#draft = this.#line.textContent;
    this.#place = place;
    this.#line.textContent = this.#history[place] ?? this.#draft;
    this.focus();
  }

  #key(event) {
    if (event.isComposing) return; // a character of several keys
    const empty = this.#line.textContent === "";
    if (event.key === "Enter") this.#send();
    else if (event.key === "ArrowUp") this.#recall(-1);
    else if (event.key === "ArrowDown") this.#recall(1);
    else if (event.key === "d" && event.ctrlKey && empty) this.end();
    else return;
    event.preventDefault();
  }
}
