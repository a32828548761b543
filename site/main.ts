import { showCharacters } from "./characters";
import { showContrast } from "./contrast";
import { offerCopies } from "./copy";

// What a page of the public site does by itself: everything else on it is the browser's own.
offerCopies(document);
for (const tool of document.querySelectorAll<HTMLElement>("[data-tool]")) {
  if (tool.dataset.tool === "characters") showCharacters(tool);
  if (tool.dataset.tool === "contrast") showContrast(tool);
}
