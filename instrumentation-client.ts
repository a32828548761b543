import { keepTranslatedText } from "@/components/shell/keep-translated-text";

// Before React takes the page over: a translator may be at work by then.
keepTranslatedText(document.documentElement);
