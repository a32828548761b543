// Written by `npm run icons` from the imports of the screens: don't edit.
//
// The drawings are Lucide's, some of them Feather's.
// Copyright (c) 2026 Lucide Icons and Contributors (ISC); copyright (c) 2013-present Cole Bemis (Feather, MIT).
// Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
// granted, provided that the above copyright notice and this permission notice appear in all copies. The software is
// provided "as is" and the author disclaims all warranties with regard to this software including all implied
// warranties of merchantability and fitness. In no event shall the author be liable for any special, direct, indirect,
// or consequential damages or any damages whatsoever resulting from loss of use, data or profits, whether in an action
// of contract, negligence or other tortious action, arising out of or in connection with the use or performance of
// this software.

import { drawIcon, type IconProps } from "./draw-icon";

export const AlarmClock = (props: IconProps) =>
  drawIcon(
    props,
    <path d="M20 13a8 8 0 0 1 -16 0a8 8 0 0 1 16 0M12 9v4l2 2M5 3 2 6M22 6l-3-3M6.38 18.7 4 21M17.64 18.67 20 21" />,
  );

export const ArrowDown = (props: IconProps) => drawIcon(props, <path d="M12 5v14M19 12l-7 7-7-7" />);

export const ArrowLeft = (props: IconProps) => drawIcon(props, <path d="M12 19l-7-7 7-7M19 12H5" />);

export const ArrowUp = (props: IconProps) => drawIcon(props, <path d="M5 12l7-7 7 7M12 19V5" />);

export const Ban = (props: IconProps) =>
  drawIcon(props, <path d="M22 12a10 10 0 0 1 -20 0a10 10 0 0 1 20 0M4.929 4.929 19.07 19.071" />);

export const Bot = (props: IconProps) =>
  drawIcon(
    props,
    <>
      <rect width="16" height="12" x="4" y="8" rx="2" />
      <path d="M12 8V4H8M2 14h2M20 14h2M15 13v2M9 13v2" />
    </>,
  );

export const Check = (props: IconProps) => drawIcon(props, <path d="M20 6 9 17l-5-5" />);

export const CheckCheck = (props: IconProps) =>
  drawIcon(props, <path d="M18 6 7 17l-5-5M22 10l-7.5 7.5L13 16" />);

export const ChevronDown = (props: IconProps) => drawIcon(props, <path d="M6 9l6 6 6-6" />);

export const ChevronsUpDown = (props: IconProps) => drawIcon(props, <path d="M7 15l5 5 5-5M7 9l5-5 5 5" />);

export const Circle = (props: IconProps) =>
  drawIcon(props, <path d="M22 12a10 10 0 0 1 -20 0a10 10 0 0 1 20 0" />);

export const CircleAlert = (props: IconProps) =>
  drawIcon(
    props,
    <>
      <line x1="12" x2="12" y1="8" y2="12" />
      <line x1="12" x2="12.01" y1="16" y2="16" />
      <path d="M22 12a10 10 0 0 1 -20 0a10 10 0 0 1 20 0" />
    </>,
  );

export const CircleCheck = (props: IconProps) =>
  drawIcon(props, <path d="M22 12a10 10 0 0 1 -20 0a10 10 0 0 1 20 0M16 9l-5.5 5.5L8 12" />);

export const CircleDashed = (props: IconProps) =>
  drawIcon(
    props,
    <path d="M10.1 2.182a10 10 0 0 1 3.8 0M13.9 21.818a10 10 0 0 1-3.8 0M17.609 3.721a10 10 0 0 1 2.69 2.7M2.182 13.9a10 10 0 0 1 0-3.8M20.279 17.609a10 10 0 0 1-2.7 2.69M21.818 10.1a10 10 0 0 1 0 3.8M3.721 6.391a10 10 0 0 1 2.7-2.69M6.391 20.279a10 10 0 0 1-2.69-2.7" />,
  );

export const CircleDot = (props: IconProps) =>
  drawIcon(props, <path d="M13 12a1 1 0 0 1 -2 0a1 1 0 0 1 2 0M22 12a10 10 0 0 1 -20 0a10 10 0 0 1 20 0" />);

export const CirclePause = (props: IconProps) =>
  drawIcon(
    props,
    <>
      <line x1="10" x2="10" y1="15" y2="9" />
      <line x1="14" x2="14" y1="15" y2="9" />
      <path d="M22 12a10 10 0 0 1 -20 0a10 10 0 0 1 20 0" />
    </>,
  );

export const Copy = (props: IconProps) =>
  drawIcon(
    props,
    <>
      <rect width="14" height="14" x="8" y="8" rx="2" ry="2" />
      <path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2" />
    </>,
  );

export const Download = (props: IconProps) =>
  drawIcon(props, <path d="M12 15V3M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4M7 10l5 5 5-5" />);

export const Ellipsis = (props: IconProps) =>
  drawIcon(
    props,
    <path d="M13 12a1 1 0 0 1 -2 0a1 1 0 0 1 2 0M20 12a1 1 0 0 1 -2 0a1 1 0 0 1 2 0M6 12a1 1 0 0 1 -2 0a1 1 0 0 1 2 0" />,
  );

export const ExternalLink = (props: IconProps) =>
  drawIcon(props, <path d="M15 3h6v6M10 14 21 3M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6" />);

export const Eye = (props: IconProps) =>
  drawIcon(
    props,
    <path d="M2.062 12.348a1 1 0 0 1 0-.696 10.75 10.75 0 0 1 19.876 0 1 1 0 0 1 0 .696 10.75 10.75 0 0 1-19.876 0M15 12a3 3 0 0 1 -6 0a3 3 0 0 1 6 0" />,
  );

export const EyeOff = (props: IconProps) =>
  drawIcon(
    props,
    <path d="M10.733 5.076a10.744 10.744 0 0 1 11.205 6.575 1 1 0 0 1 0 .696 10.747 10.747 0 0 1-1.444 2.49M14.084 14.158a3 3 0 0 1-4.242-4.242M17.479 17.499a10.75 10.75 0 0 1-15.417-5.151 1 1 0 0 1 0-.696 10.75 10.75 0 0 1 4.446-5.143M2 2l20 20" />,
  );

export const FilePlus2 = (props: IconProps) =>
  drawIcon(
    props,
    <path d="M11.35 22H6a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.706.706l3.588 3.588A2.4 2.4 0 0 1 20 8v5.35M14 2v5a1 1 0 0 0 1 1h5M14 19h6M17 16v6" />,
  );

export const FileText = (props: IconProps) =>
  drawIcon(
    props,
    <path d="M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2zM14 2v5a1 1 0 0 0 1 1h5M10 9H8M16 13H8M16 17H8" />,
  );

export const GitMerge = (props: IconProps) =>
  drawIcon(
    props,
    <path d="M21 18a3 3 0 0 1 -6 0a3 3 0 0 1 6 0M9 6a3 3 0 0 1 -6 0a3 3 0 0 1 6 0M6 21V9a9 9 0 0 0 9 9" />,
  );

export const Globe = (props: IconProps) =>
  drawIcon(
    props,
    <path d="M22 12a10 10 0 0 1 -20 0a10 10 0 0 1 20 0M12 2a14.5 14.5 0 0 0 0 20 14.5 14.5 0 0 0 0-20M2 12h20" />,
  );

export const Hand = (props: IconProps) =>
  drawIcon(
    props,
    <path d="M18 11V6a2 2 0 0 0-2-2a2 2 0 0 0-2 2M14 10V4a2 2 0 0 0-2-2a2 2 0 0 0-2 2v2M10 10.5V6a2 2 0 0 0-2-2a2 2 0 0 0-2 2v8M18 8a2 2 0 1 1 4 0v6a8 8 0 0 1-8 8h-2c-2.8 0-4.5-.86-5.99-2.34l-3.6-3.6a2 2 0 0 1 2.83-2.82L7 15" />,
  );

export const ImagePlus = (props: IconProps) =>
  drawIcon(
    props,
    <path d="M16 5h6M19 2v6M21 11.5V19a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h7.5M21 15l-3.086-3.086a2 2 0 0 0-2.828 0L6 21M11 9a2 2 0 0 1 -4 0a2 2 0 0 1 4 0" />,
  );

export const Info = (props: IconProps) =>
  drawIcon(props, <path d="M22 12a10 10 0 0 1 -20 0a10 10 0 0 1 20 0M12 16v-4M12 8h.01" />);

export const Keyboard = (props: IconProps) =>
  drawIcon(
    props,
    <>
      <rect width="20" height="16" x="2" y="4" rx="2" />
      <path d="M10 8h.01M12 12h.01M14 8h.01M16 12h.01M18 8h.01M6 8h.01M7 16h10M8 12h.01" />
    </>,
  );

export const ListChecks = (props: IconProps) =>
  drawIcon(props, <path d="M13 5h8M13 12h8M13 19h8M3 17l2 2 4-4M3 7l2 2 4-4" />);

export const ListFilter = (props: IconProps) => drawIcon(props, <path d="M2 5h20M6 12h12M9 19h6" />);

export const LogOut = (props: IconProps) =>
  drawIcon(props, <path d="M16 17l5-5-5-5M21 12H9M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4" />);

export const Mail = (props: IconProps) =>
  drawIcon(
    props,
    <>
      <rect x="2" y="4" width="20" height="16" rx="2" />
      <path d="M22 7l-8.991 5.727a2 2 0 0 1-2.009 0L2 7" />
    </>,
  );

export const Menu = (props: IconProps) => drawIcon(props, <path d="M4 5h16M4 12h16M4 19h16" />);

export const MessageSquareText = (props: IconProps) =>
  drawIcon(
    props,
    <path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2zM7 11h10M7 15h6M7 7h8" />,
  );

export const MessagesSquare = (props: IconProps) =>
  drawIcon(
    props,
    <path d="M16 10a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 14.286V4a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2zM20 9a2 2 0 0 1 2 2v10.286a.71.71 0 0 1-1.212.502l-2.202-2.202A2 2 0 0 0 17.172 19H10a2 2 0 0 1-2-2v-1" />,
  );

export const Monitor = (props: IconProps) =>
  drawIcon(
    props,
    <>
      <rect width="20" height="14" x="2" y="3" rx="2" />
      <line x1="8" x2="16" y1="21" y2="21" />
      <line x1="12" x2="12" y1="17" y2="21" />
    </>,
  );

export const Moon = (props: IconProps) =>
  drawIcon(
    props,
    <path d="M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401" />,
  );

export const MoreVertical = (props: IconProps) =>
  drawIcon(
    props,
    <path d="M13 12a1 1 0 0 1 -2 0a1 1 0 0 1 2 0M13 5a1 1 0 0 1 -2 0a1 1 0 0 1 2 0M13 19a1 1 0 0 1 -2 0a1 1 0 0 1 2 0" />,
  );

export const Pause = (props: IconProps) =>
  drawIcon(
    props,
    <>
      <rect x="14" y="3" width="5" height="18" rx="1" />
      <rect x="5" y="3" width="5" height="18" rx="1" />
    </>,
  );

export const Pencil = (props: IconProps) =>
  drawIcon(
    props,
    <path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497zM15 5l4 4" />,
  );

export const Play = (props: IconProps) =>
  drawIcon(
    props,
    <path d="M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z" />,
  );

export const Plus = (props: IconProps) => drawIcon(props, <path d="M5 12h14M12 5v14" />);

export const RefreshCw = (props: IconProps) =>
  drawIcon(
    props,
    <path d="M3 12a9 9 0 0 1 9-9 9.75 9.75 0 0 1 6.74 2.74L21 8M21 3v5h-5M21 12a9 9 0 0 1-9 9 9.75 9.75 0 0 1-6.74-2.74L3 16M8 16H3v5" />,
  );

export const Search = (props: IconProps) =>
  drawIcon(props, <path d="M21 21l-4.34-4.34M19 11a8 8 0 0 1 -16 0a8 8 0 0 1 16 0" />);

export const SendHorizontal = (props: IconProps) =>
  drawIcon(
    props,
    <path d="M3.714 3.048a.498.498 0 0 0-.683.627l2.843 7.627a2 2 0 0 1 0 1.396l-2.842 7.627a.498.498 0 0 0 .682.627l18-8.5a.5.5 0 0 0 0-.904zM6 12h16" />,
  );

export const Smartphone = (props: IconProps) =>
  drawIcon(
    props,
    <>
      <rect width="14" height="20" x="5" y="2" rx="2" ry="2" />
      <path d="M12 18h.01" />
    </>,
  );

export const StickyNote = (props: IconProps) =>
  drawIcon(
    props,
    <path d="M21 9a2.4 2.4 0 0 0-.706-1.706l-3.588-3.588A2.4 2.4 0 0 0 15 3H5a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2zM15 3v5a1 1 0 0 0 1 1h5" />,
  );

export const Sun = (props: IconProps) =>
  drawIcon(
    props,
    <path d="M16 12a4 4 0 0 1 -8 0a4 4 0 0 1 8 0M12 2v2M12 20v2M4.93 4.93l1.41 1.41M17.66 17.66l1.41 1.41M2 12h2M20 12h2M6.34 17.66l-1.41 1.41M19.07 4.93l-1.41 1.41" />,
  );

export const TextQuote = (props: IconProps) => drawIcon(props, <path d="M17 5H3M21 12H8M21 19H8M3 12v7" />);

export const ThumbsDown = (props: IconProps) =>
  drawIcon(
    props,
    <path d="M9 18.12 10 14H4.17a2 2 0 0 1-1.92-2.56l2.33-8A2 2 0 0 1 6.5 2H20a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-2.76a2 2 0 0 0-1.79 1.11L12 22a3.13 3.13 0 0 1-3-3.88ZM17 14V2" />,
  );

export const ThumbsUp = (props: IconProps) =>
  drawIcon(
    props,
    <path d="M15 5.88 14 10h5.83a2 2 0 0 1 1.92 2.56l-2.33 8A2 2 0 0 1 17.5 22H4a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2h2.76a2 2 0 0 0 1.79-1.11L12 2a3.13 3.13 0 0 1 3 3.88ZM7 10v12" />,
  );

export const Trash2 = (props: IconProps) =>
  drawIcon(
    props,
    <path d="M10 11v6M14 11v6M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6M3 6h18M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2" />,
  );

export const TriangleAlert = (props: IconProps) =>
  drawIcon(
    props,
    <path d="M21.73 18l-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3M12 9v4M12 17h.01" />,
  );

export const UserMinus = (props: IconProps) =>
  drawIcon(
    props,
    <>
      <line x1="22" x2="16" y1="11" y2="11" />
      <path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2M13 7a4 4 0 0 1 -8 0a4 4 0 0 1 8 0" />
    </>,
  );

export const UserRound = (props: IconProps) =>
  drawIcon(props, <path d="M17 8a5 5 0 0 1 -10 0a5 5 0 0 1 10 0M20 21a8 8 0 0 0-16 0" />);

export const UserRoundCog = (props: IconProps) =>
  drawIcon(
    props,
    <path d="M14.305 19.53l.923-.382M15.228 16.852l-.923-.383M16.852 15.228l-.383-.923M16.852 20.772l-.383.924M19.148 15.228l.383-.923M19.53 21.696l-.382-.924M2 21a8 8 0 0 1 10.434-7.62M20.772 16.852l.924-.383M20.772 19.148l.924.383M15 8a5 5 0 0 1 -10 0a5 5 0 0 1 10 0M21 18a3 3 0 0 1 -6 0a3 3 0 0 1 6 0" />,
  );

export const UserRoundPlus = (props: IconProps) =>
  drawIcon(props, <path d="M2 21a8 8 0 0 1 13.292-6M15 8a5 5 0 0 1 -10 0a5 5 0 0 1 10 0M19 16v6M22 19h-6" />);

export const UsersRound = (props: IconProps) =>
  drawIcon(
    props,
    <path d="M18 21a8 8 0 0 0-16 0M15 8a5 5 0 0 1 -10 0a5 5 0 0 1 10 0M22 20c0-3.37-2-6.5-4-8a5 5 0 0 0-.45-8.3" />,
  );

export const X = (props: IconProps) => drawIcon(props, <path d="M18 6 6 18M6 6l12 12" />);
