// The console's parts. Style sheet: `@banso/ui/ui.css`. Nothing here knows a noun of the product, except icon names.

// Words
export { UiTextsProvider, useUiTexts } from './texts/ui-texts.ts';
export type { UiTexts } from './texts/ui-texts.ts';
export { enTexts } from './texts/en.ts';
export { jaTexts } from './texts/ja.ts';
export { koTexts } from './texts/ko.ts';

// Shell
export { AppShell, MAIN_ID } from './shell/app-shell.tsx';
export type { AppShellProps, BottomBarItem } from './shell/app-shell.tsx';
export { FilterBar } from './shell/filter-bar.tsx';
export type { FilterBarProps } from './shell/filter-bar.tsx';
export { FinderButton } from './shell/finder-button.tsx';
export type { FinderButtonProps } from './shell/finder-button.tsx';
export { NavGroup } from './shell/nav-group.tsx';
export type { NavGroupProps } from './shell/nav-group.tsx';
export { NavItem } from './shell/nav-item.tsx';
export type { NavItemProps } from './shell/nav-item.tsx';
export { PageBody } from './shell/page-body.tsx';
export type { PageBodyProps } from './shell/page-body.tsx';
export { PageHeader } from './shell/page-header.tsx';
export type { PageHeaderProps } from './shell/page-header.tsx';
export { Pane, Panes } from './shell/panes.tsx';
export type { PaneProps, PanesProps } from './shell/panes.tsx';
export { PersonButton } from './shell/person-button.tsx';
export type { PersonButtonProps } from './shell/person-button.tsx';
export { Sheet } from './shell/sheet.tsx';
export type { SheetProps } from './shell/sheet.tsx';
export { Tabs } from './shell/tabs.tsx';
export type { TabItem, TabsProps } from './shell/tabs.tsx';
export { WorkspaceButton } from './shell/workspace-button.tsx';
export type { WorkspaceButtonProps } from './shell/workspace-button.tsx';

// Controls
export { Button } from './controls/button.tsx';
export type { ButtonProps, ButtonVariant } from './controls/button.tsx';
export { ButtonLink } from './controls/button-link.tsx';
export type { ButtonLinkProps } from './controls/button-link.tsx';
export { Checkbox } from './controls/checkbox.tsx';
export type { CheckboxProps } from './controls/checkbox.tsx';
export { Chip } from './controls/chip.tsx';
export type { ChipProps, ChipTone } from './controls/chip.tsx';
export { Field } from './controls/field.tsx';
export type { FieldProps } from './controls/field.tsx';
export { useFieldAttributes } from './controls/field-context.ts';
export type { FieldAttributes } from './controls/field-context.ts';
export { FieldGroup } from './controls/field-group.tsx';
export type { FieldGroupProps } from './controls/field-group.tsx';
export { FilterChip } from './controls/filter-chip.tsx';
export type { FilterChipProps, FilterChoice } from './controls/filter-chip.tsx';
export { FilterPopover } from './controls/filter-popover.tsx';
export type { FilterPopoverProps } from './controls/filter-popover.tsx';
export { IconButton } from './controls/icon-button.tsx';
export type { IconButtonProps } from './controls/icon-button.tsx';
export { Input } from './controls/input.tsx';
export type { InputProps, InputType } from './controls/input.tsx';
export { LocaleTabs } from './controls/locale-tabs.tsx';
export type { LocaleTab, LocaleTabsProps } from './controls/locale-tabs.tsx';
export { RadioSegment } from './controls/radio-segment.tsx';
export type { RadioSegmentProps, SegmentOption } from './controls/radio-segment.tsx';
export { Select } from './controls/select.tsx';
export type { SelectOption, SelectProps } from './controls/select.tsx';
export { Switch } from './controls/switch.tsx';
export type { SwitchProps } from './controls/switch.tsx';
export { TextArea } from './controls/text-area.tsx';
export type { TextAreaProps } from './controls/text-area.tsx';

// Things that float
export { CommandPalette } from './floating/command-palette.tsx';
export type { CommandPaletteProps, PaletteGroup, PaletteItem } from './floating/command-palette.tsx';
export { Dialog } from './floating/dialog.tsx';
export type { DialogProps } from './floating/dialog.tsx';
export { Drawer } from './floating/drawer.tsx';
export type { DrawerProps } from './floating/drawer.tsx';
export { Menu } from './floating/menu.tsx';
export type { MenuItem, MenuProps, MenuSection, MenuTriggerProps } from './floating/menu.tsx';
export { NumberDoor } from './floating/number-door.tsx';
export type { NumberDoorProps } from './floating/number-door.tsx';
export { Tip } from './floating/tip.tsx';
export type { TipProps } from './floating/tip.tsx';
export { Toaster } from './floating/toaster.tsx';
export type { ToasterProps } from './floating/toaster.tsx';
export { createToaster } from './floating/toaster-model.ts';
export type { Toast, ToastInput, ToasterModel } from './floating/toaster-model.ts';

// Keys
export { isTyping } from './keys/is-typing.ts';
export { useShortcut } from './keys/use-shortcut.ts';
export type { ShortcutOptions } from './keys/use-shortcut.ts';

// Showing things
export { Avatar } from './show/avatar.tsx';
export type { AvatarProps } from './show/avatar.tsx';
export { AvatarStack } from './show/avatar-stack.tsx';
export type { AvatarStackProps } from './show/avatar-stack.tsx';
export { Banner } from './show/banner.tsx';
export type { BannerProps } from './show/banner.tsx';
export { Card } from './show/card.tsx';
export type { CardProps } from './show/card.tsx';
export { Clock } from './show/clock.tsx';
export type { ClockProps } from './show/clock.tsx';
export { CodeBlock } from './show/code-block.tsx';
export type { CodeBlockProps } from './show/code-block.tsx';
export { CopyButton } from './show/copy-button.tsx';
export type { CopyButtonProps } from './show/copy-button.tsx';
export { CopyField } from './show/copy-field.tsx';
export type { CopyFieldProps } from './show/copy-field.tsx';
export { DefinitionList } from './show/definition-list.tsx';
export type { DefinitionListProps } from './show/definition-list.tsx';
export { Icon } from './show/icon.tsx';
export type { IconProps, IconShape } from './show/icon.tsx';
export { HAS_COMMAND_KEY, KeyHint } from './show/key-hint.tsx';
export type { KeyHintProps } from './show/key-hint.tsx';
export { KpiStrip } from './show/kpi-strip.tsx';
export type { Kpi, KpiStripProps } from './show/kpi-strip.tsx';
export { List } from './show/list.tsx';
export type { ListProps } from './show/list.tsx';
export { ListRow } from './show/list-row.tsx';
export type { ListRowProps } from './show/list-row.tsx';
export { Marked } from './show/marked.tsx';
export type { MarkedProps } from './show/marked.tsx';
export { Notice } from './show/notice.tsx';
export type { NoticeProps, NoticeTone } from './show/notice.tsx';
export { ProgressBar } from './show/progress-bar.tsx';
export type { ProgressBarProps } from './show/progress-bar.tsx';
export { ProgressRing } from './show/progress-ring.tsx';
export type { ProgressRingProps } from './show/progress-ring.tsx';
export { Score } from './show/score.tsx';
export type { ScoreProps } from './show/score.tsx';
export { SectionHeader } from './show/section-header.tsx';
export type { SectionHeaderProps } from './show/section-header.tsx';
export { ShareBar } from './show/share-bar.tsx';
export type { ShareBarProps } from './show/share-bar.tsx';
export { Status } from './show/status.tsx';
export type { StatusProps, StatusTone } from './show/status.tsx';
export { Timeline } from './show/timeline.tsx';
export type { TimelineItem, TimelineProps } from './show/timeline.tsx';
export { useCopy } from './show/use-copy.ts';
export type { CopyState } from './show/use-copy.ts';

// States
export { EmptyState } from './states/empty-state.tsx';
export type { EmptyStateProps } from './states/empty-state.tsx';
export { ErrorState } from './states/error-state.tsx';
export type { ErrorStateProps } from './states/error-state.tsx';
export { LoadMore } from './states/load-more.tsx';
export type { LoadMoreProps } from './states/load-more.tsx';
export { Skeleton } from './states/skeleton.tsx';
export type { SkeletonProps } from './states/skeleton.tsx';
export { useDelayed } from './states/use-delayed.ts';

// Tables
export { Table } from './table/table.tsx';
export type { TableProps } from './table/table.tsx';
export type { SortDirection, TableColumn, TableSort } from './table/table-column.ts';
export { useRowKeys } from './table/use-row-keys.ts';
export type { RowKeys, RowKeysInput, RowProps } from './table/use-row-keys.ts';
export { useRowWindow } from './table/use-row-window.ts';
export type { RowWindow, RowWindowInput } from './table/use-row-window.ts';

// Charts
export { ChartTable } from './charts/chart-table.tsx';
export type { ChartTableProps } from './charts/chart-table.tsx';
export { Histogram } from './charts/histogram.tsx';
export type { AnswerGroups, HistogramProps } from './charts/histogram.tsx';
export { IntervalBar, IntervalScale } from './charts/interval-bar.tsx';
export type { IntervalBarProps, ScoreInterval, ScoreScale } from './charts/interval-bar.tsx';
export { Legend } from './charts/legend.tsx';
export type { LegendItem, LegendProps } from './charts/legend.tsx';
export { formatPoints, formatShare, formatSignedPoints } from './charts/points-format.ts';
export { Sparkline } from './charts/sparkline.tsx';
export type { SparklineProps } from './charts/sparkline.tsx';
export { TrendBand } from './charts/trend-band.tsx';
export type { TrendBandProps } from './charts/trend-band.tsx';
export type { TrendPoint } from './charts/trend-geometry.ts';

// Icons, named by meaning
export {
  AccountIcon,
  AddIcon,
  AlertIcon,
  AnnouncementIcon,
  ArchiveIcon,
  AscendingIcon,
  AttachmentIcon,
  AudienceIcon,
  BellIcon,
  CalendarIcon,
  CallIcon,
  CaseIcon,
  CheckIcon,
  ChecklistIcon,
  ClockIcon,
  CloseIcon,
  ColumnsIcon,
  CompareIcon,
  ConnectionIcon,
  CopyIcon,
  DarkIcon,
  DayIcon,
  DeleteIcon,
  DescendingIcon,
  DesktopIcon,
  DifferenceIcon,
  DocumentIcon,
  DoneIcon,
  DownIcon,
  DownloadIcon,
  EditIcon,
  EnterIcon,
  ExternalIcon,
  FailureIcon,
  FallIcon,
  FeedbackIcon,
  FilterIcon,
  FolderIcon,
  GoalIcon,
  GripIcon,
  HealthIcon,
  HelpIcon,
  HistoryIcon,
  InfoIcon,
  KeyIcon,
  LanguageIcon,
  LightIcon,
  LinkIcon,
  LockIcon,
  MentionIcon,
  MenuIcon,
  MailIcon,
  MessagesIcon,
  MobileIcon,
  MoreIcon,
  NextIcon,
  OfflineIcon,
  OnboardingIcon,
  OpenIcon,
  PauseIcon,
  PersonIcon,
  PlayIcon,
  PreviewIcon,
  PreviousIcon,
  ProfileIcon,
  RenewalIcon,
  ReportIcon,
  ResourceIcon,
  RetryIcon,
  RiseIcon,
  RuleIcon,
  SafeIcon,
  SaveViewIcon,
  SearchIcon,
  SendIcon,
  SettingsIcon,
  SignOutIcon,
  SnoozeIcon,
  SurveyIcon,
  SwitchIcon,
  TableIcon,
  TagIcon,
  TaskIcon,
  TeamIcon,
  ThemeIcon,
  TranslateIcon,
  RedoIcon,
  UndoIcon,
  UpIcon,
  UploadIcon,
  VideoIcon,
  WebhookIcon,
  WorkspaceIcon,
} from './icons.ts';
