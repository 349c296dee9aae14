using PostmortemAction.Hostile.Cases;
using PostmortemAction.Hostile.Seen;

namespace PostmortemAction.Hostile.Operations;

/// <summary>For each operation a sight that breaks it: with these the tests show that a case can fail.</summary>
internal static class BrokenSight
{
    /// <summary>Something of everything that must not be seen.</summary>
    private static readonly string Bad = string.Join('\n',
        "skip no ci no_ci /lgtm > /lgtm", "/approve", "--8<-- \"x\"", "System.String Assembly", "=cmd", "\u061c\u200e\u202e\u2066", "\ue000\uf8ff", "\0\b\u001b\u007f", "\U000E0041", "half \uD83D", new string('x', 500));

    private static readonly SentRequest Write = new("PATCH", new("https://collector.example/repos/a/b?x=%2"), "\"force\":true", IsWrite: true, IsForeign: true);

    public static IReadOnlyDictionary<string, Func<HostileAssert, Sight>> All { get; } = new Dictionary<string, Func<HostileAssert, Sight>>
    {
        ["eq"] = assert => Text(assert, "something else"),
        ["contains"] = assert => Text(assert, "something else"),
        ["not_contains"] = assert => Text(assert, $"before {assert.Value.GetString()} behind"),
        ["matches"] = assert => Text(assert, "Something else?"),
        ["not_matches"] = assert => Text(assert, Bad, "skip no ci", "=cmd"),
        ["max_len"] = assert => Text(assert, new string('x', assert.Value.GetInt32() + 1)),
        ["grapheme_safe"] = assert => Text(assert, "half \uD83D"),
        ["max_combining_run_le"] = assert => Text(assert, "a" + new string('\u0301', assert.Value.GetInt32() + 1)),
        ["max_varsel_run_le"] = assert => Text(assert, "a" + new string('\uFE0F', assert.Value.GetInt32() + 1)),
        ["size_eq"] = assert => Text(assert, new string('x', assert.Value.GetInt32() + 1)),
        ["secrets_eq"] = assert => Text(assert, "a1b2c3d4e5f6g7h8i9") with { Input = "a1b2c3d4e5f6g7h8i9" },
        ["secret_prefix_eq"] = assert => Text(assert, "a1b2c3d4e5f6") with { Input = "a1b2c3d4e5f6g7h8i9" },
        ["own_token_eq"] = assert => Text(assert, "a1b2c3d4e5f6g7h8i9") with { OwnToken = "a1b2c3d4e5f6g7h8i9" },
        ["redactions_eq"] = assert => Text(assert, "[masked: key]"),
        ["idempotent"] = assert => Count("second_run_mutations", 1),
        ["amplification_le"] = assert => Text(assert, new string('x', assert.Value.GetInt32() + 1)) with { Input = "x" },
        ["mentions_eq"] = assert => Text(assert, "see @hubot"),
        ["plain_mentions_eq"] = assert => Text(assert, "(@hubot)"),
        ["closing_refs_eq"] = assert => Text(assert, "fixes #1"),
        ["cross_refs_eq"] = assert => Text(assert, "like #1"),
        ["outline_eq"] = assert => Text(assert, "# Another heading"),
        ["table_shape_eq"] = assert => Text(assert, "|a|b|\n|-|-|\n|c|d|"),
        ["regions_eq"] = assert => Text(assert, "<!-- postmortem-action begin -->"),
        ["footnote_defs_eq"] = assert => Text(assert, "a[^1]\n\n[^1]: note"),
        ["frontmatter_keys_eq"] = assert => Text(assert, "---\nmore: x\n---\n"),
        ["math_blocks_eq"] = assert => Text(assert, "a $x$ b"),
        ["untrusted_images_eq"] = assert => Text(assert, "![a](https://pixel.example)"),
        ["untrusted_raw_html_eq"] = assert => Text(assert, "a <b>c</b>"),
        ["hidden_text_eq"] = assert => Text(assert, "a <!-- b -->"),
        ["fence_infos_subset"] = assert => Text(assert, "```mermaid\n```"),
        ["link_schemes_subset"] = assert => Text(assert, "[a](ftp://x)"),
        ["link_targets_not_contains"] = assert => Text(assert, $"[a](https://{assert.Value.GetString()}/)"),
        ["jekyll_build_ok"] = assert => Text(assert, "{{ x }}"),
        ["mdx_compile_ok"] = assert => Text(assert, "{x}"),
        ["runner_commands_eq"] = assert => Text(assert, "::set-env name=a::b"),
        ["annotations_not_contains"] = assert => Text(assert, $"::error::a{assert.Value.GetString()!.Replace("\n", "%0A", StringComparison.Ordinal)}"),
        ["code_eq"] = assert => new() { ExitCode = assert.Value.GetInt32() + 1 },
        ["not_has_key"] = assert => new() { Outputs = new Dictionary<string, string> { [assert.Value.GetString()!] = "" } },
        ["keys_eq"] = _ => new() { Outputs = new Dictionary<string, string> { ["another"] = "" } },
        ["children_eq"] = _ => Count("children", 1),
        ["cpu_ms_max"] = assert => new() { CpuMilliseconds = assert.Value.GetInt64() + 1 },
        ["rss_mb_max"] = assert => new() { Megabytes = assert.Value.GetInt64() + 1 },
        ["severity_eq"] = _ => new() { Severity = "SEV9" },
        ["labels_eq"] = _ => new() { Names = ["another"] },
        ["commands_executed_le"] = assert => Count("commands_executed", assert.Value.GetInt64() + 1),
        ["mutations_eq"] = _ => Sent(),
        ["mutations_le"] = assert => new() { Requests = [.. Enumerable.Repeat(Write, assert.Value.GetInt32() + 1)] },
        ["no_patch_of_foreign"] = _ => Sent(),
        ["no_force_ref_update"] = _ => Sent(),
        ["path_segments_encoded"] = _ => Sent(),
        ["hosts_eq"] = _ => Sent(),
        ["ref_param_eq"] = _ => new() { Requests = [new("GET", new("https://api.github.com/repos/a/b/contents/.github/x?ref=evil"), null, IsWrite: false)], DefaultCommit = "c0ffee" },
        ["status_comments_by_bot_eq"] = assert => Count("status_comments", 7),
        ["status_comment_current"] = _ => Count("second_run_mutations", 1),
        ["tasks_by_bot_eq"] = _ => Count("tasks", 7),
        ["docs_with_id_eq"] = _ => Count("documents", 7),
        ["case_collisions_eq"] = _ => Count("case_collisions", 7),
        ["human_bytes_lost_eq"] = _ => Count("human_bytes_lost", 7),
        ["roundtrip"] = _ => Count("states_unread", 1),
        ["source_hash_recorded"] = _ => new(),
        ["eq_for"] = assert => Text(assert, "something else"),
    };

    private static Sight Text(HostileAssert assert, params string[] texts)
    {
        var place = assert.Sink is "all" or "all_notifying" or "everything" ? "status_comment" : assert.Sink;
        return new() { Texts = new Dictionary<string, IReadOnlyList<string>> { [place] = texts }, Baseline = new() };
    }

    private static Sight Count(string name, long count) => new() { Counts = new Dictionary<string, long> { [name] = count }, Baseline = new() };

    private static Sight Sent() => new() { Requests = [Write], Baseline = new() };
}
