using NodaTime;

namespace PostmortemAction.Core.Times;

/// <summary>A time zone as somebody wrote it, and the zone that it means.</summary>
public sealed record WrittenZone(string Text, DateTimeZone Zone);
