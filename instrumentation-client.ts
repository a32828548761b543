import { keepTranslatedText } from "@/components/shell/keep-translated-text";
import { keepEarlyWords } from "@/components/ui/form/early-words";

// Before React takes the page over: a translator may be at work by then, and somebody may be typing.
keepTranslatedText(document.documentElement);
keepEarlyWords(document);
