/**
 * The page's document as its own prototype knows it: an element that the page names "title" or "hidden" lies over the
 * property of that name, and this reads past it.
 */
export const page: Document = new Proxy(document, {
  get(target, name) {
    const value: unknown = Reflect.get(Document.prototype, name, target);
    return typeof value === "function" ? value.bind(target) : value;
  },
  set: (target, name, value) => Reflect.set(Document.prototype, name, value, target),
});
