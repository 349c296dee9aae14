using NodaTime;

namespace PostmortemAction.Core.Incidents;

/// <summary>What a task line says beside what is to be done. One of them is there.</summary>
internal readonly record struct TaskDetail(string? Owner = null, LocalDate? Due = null, string? Priority = null, string? Label = null, string? Repository = null);
