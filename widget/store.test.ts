import { describe, expect, test } from "vitest";
import { createStore, newChat, TURN_LIMIT, type Turn } from "./store";

const TOKEN = "0123456789abcdef0123456789abcdef";
const KEY = `dawen:${TOKEN}`;

class MemoryStorage implements Storage {
  [name: string]: unknown;
  #entries = new Map<string, string>();
  get length() {
    return this.#entries.size;
  }
  clear = () => this.#entries.clear();
  getItem = (key: string) => this.#entries.get(key) ?? null;
  key = (index: number) => [...this.#entries.keys()][index] ?? null;
  removeItem = (key: string) => void this.#entries.delete(key);
  setItem = (key: string, value: string) => void this.#entries.set(key, value);
}

const turn = (id: string): Turn => ({ id, role: "user", texts: [id], at: 1 });

describe("the widget's storage", () => {
  test("a chat id is web_ and 32 hex, another one each time", () => {
    expect(newChat().chatId).toMatch(/^web_[0-9a-f]{32}$/);
    expect(newChat().chatId).not.toBe(newChat().chatId);
  });

  test("one entry for a token, read back by the next page", () => {
    const storage = new MemoryStorage();
    const first = createStore(TOKEN, () => storage);
    first.update((state) => {
      state.turns.push(turn("a"));
      state.draft = "還沒";
    });
    expect(storage.length).toBe(1);
    const second = createStore(TOKEN, () => storage);
    expect(second.refresh()).toEqual(first.get());
  });

  test("with a chat that has expired goes what stood in its form; what was typed as a message stays", () => {
    const store = createStore(TOKEN, () => new MemoryStorage());
    store.update((state) => {
      state.turns.push(turn("a"));
      Object.assign(state, { draft: "還沒", contact: { name: "小梅" } });
    });
    store.expire(0);
    expect(store.get().contact).toEqual({ name: "小梅" });
    store.expire(60_000);
    expect(store.get()).toMatchObject({ turns: [], draft: "還沒", contact: undefined });
  });

  test("a change goes onto what another tab has stored meanwhile", () => {
    const storage = new MemoryStorage();
    const [a, b] = [createStore(TOKEN, () => storage), createStore(TOKEN, () => storage)];
    a.update((state) => state.turns.push(turn("a")));
    b.update((state) => state.turns.push(turn("b")));
    expect(b.get().turns.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(a.refresh()).toEqual(b.get());
  });

  test("what another tab overwrote without having seen it comes back, each turn in its newest version", () => {
    const storage = new MemoryStorage();
    const [a, b] = [createStore(TOKEN, () => storage), createStore(TOKEN, () => storage)];
    a.update((state) => state.turns.push(turn("a1"), turn("a2")));
    const late = storage.getItem(KEY) ?? "";
    b.refresh();
    a.update(({ turns }) => {
      for (const one of turns) if (one.id === "a2") one.texts = ["answered"];
      turns.splice(1, 0, turn("a1-answer"));
    });
    // b writes on what it read before a's last change.
    storage.setItem(KEY, late);
    b.update((state) => state.turns.push(turn("b1")));
    expect(a.refresh().turns.map(({ texts }) => texts[0])).toEqual(["a1", "a1-answer", "answered", "b1"]);
    expect(b.refresh().turns).toEqual(a.get().turns);
  });

  test("typed words that another tab overwrote without having seen them come back; the last that were typed count", () => {
    const storage = new MemoryStorage();
    const [a, b] = [createStore(TOKEN, () => storage), createStore(TOKEN, () => storage)];
    a.saveTyped({ draft: "還" });
    const late = storage.getItem(KEY) ?? "";
    a.saveTyped({ draft: "還沒", contact: { name: "小梅" } });
    storage.setItem(KEY, late);
    b.set({ seenAt: 1 });
    expect(b.get().draft).toBe("還");
    expect(a.refresh()).toMatchObject({ draft: "還沒", contact: { name: "小梅" } });
    expect(b.refresh()).toMatchObject({ draft: "還沒", contact: { name: "小梅" } });
    b.saveTyped({ draft: "" });
    expect(a.refresh().draft).toBe("");
    // Somebody else's page has nothing of them, whichever tab it is in.
    a.saveTyped({ draft: "還沒寫完" });
    b.begin();
    expect(a.refresh()).toMatchObject({ draft: "", contact: undefined });
  });

  test("what changes nothing is not written over what another tab may be writing", () => {
    const storage = new MemoryStorage();
    const store = createStore(TOKEN, () => storage);
    store.update((state) => state.turns.push(turn("a")));
    let writes = 0;
    const { setItem } = storage;
    storage.setItem = (key, value) => {
      writes++;
      setItem(key, value);
    };
    store.update(() => {});
    createStore(TOKEN, () => storage).update(() => {});
    expect(writes).toBe(0);
    // Emptied by the page, it is written all the same.
    storage.clear();
    store.update(() => {});
    expect(writes).toBe(1);
  });

  test("a conversation begun anew in one tab takes nothing over from the old one in another", () => {
    const storage = new MemoryStorage();
    const [a, b] = [createStore(TOKEN, () => storage), createStore(TOKEN, () => storage)];
    a.update((state) => state.turns.push(turn("a")));
    b.refresh();
    a.set(newChat());
    expect(b.refresh().turns).toEqual([]);
  });

  test("only the last turns are kept", () => {
    const store = createStore(TOKEN, () => new MemoryStorage());
    store.update((state) => {
      for (let i = 0; i < TURN_LIMIT + 5; i++) state.turns.push(turn(`${i}`));
    });
    expect(store.get().turns).toHaveLength(TURN_LIMIT);
    expect(store.get().turns[0]?.id).toBe("5");
  });

  test.each(["", "{", "null", "[]", "7", '{"chatId":"web_XYZ"}', '{"chatId":7,"turns":[]}'])(
    "what is no state of ours (%s) is replaced",
    (stored) => {
      const storage = new MemoryStorage();
      storage.setItem(KEY, stored);
      const store = createStore(TOKEN, () => storage);
      store.update((state) => state.turns.push(turn("a")));
      expect(store.get().turns).toHaveLength(1);
      expect(store.get().chatId).toMatch(/^web_[0-9a-f]{32}$/);
    },
  );

  test("turns that are none are left out", () => {
    const storage = new MemoryStorage();
    storage.setItem(KEY, JSON.stringify({ ...newChat(), turns: [null, 1, {}, turn("a")] }));
    expect(createStore(TOKEN, () => storage).refresh().turns).toEqual([turn("a")]);
  });

  test("the page clearing its storage does not end the conversation", () => {
    const storage = new MemoryStorage();
    const store = createStore(TOKEN, () => storage);
    store.update((state) => state.turns.push(turn("a")));
    storage.clear();
    store.update((state) => state.turns.push(turn("b")));
    expect(store.get().turns).toHaveLength(2);
    expect(storage.getItem(KEY)).toContain('"b"');
  });

  test("blocked or full storage leaves the state in memory", () => {
    const blocked = createStore(TOKEN, () => {
      throw new DOMException("denied", "SecurityError");
    });
    const full = new MemoryStorage();
    full.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    for (const store of [blocked, createStore(TOKEN, () => full)]) {
      store.update((state) => state.turns.push(turn("a")));
      store.update((state) => state.turns.push(turn("b")));
      expect(store.refresh().turns).toHaveLength(2);
    }
  });
});
