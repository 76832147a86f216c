using System.Reflection;

namespace Umbriel.Systematics;

/// <summary>A source that a card can add to the reading of the background; off by default.</summary>
/// <param name="name">Its word in cards.</param>
/// <param name="description">What it stands for, in a sentence.</param>
/// <param name="create">Makes it.</param>
public sealed class SwitchableSource(string name, string description, Func<SystematicInputs, ISystematicSource> create)
{
    private const string Declaration = "Switch";

    /// <summary>All of them: every source of this room that declares a static property <c>Switch</c>, by name.</summary>
    public static IReadOnlyList<SwitchableSource> All { get; } =
    [
        .. typeof(SwitchableSource).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(ISystematicSource)))
            .Select(type => type.GetProperty(Declaration, BindingFlags.Public | BindingFlags.Static)?.GetValue(null))
            .OfType<SwitchableSource>()
            .OrderBy(source => source.Name, StringComparer.Ordinal),
    ];

    /// <summary>Its word in cards.</summary>
    public string Name => name;

    /// <summary>What it stands for.</summary>
    public string Description => description;

    /// <summary>Makes it.</summary>
    public ISystematicSource Create(SystematicInputs inputs) => create(inputs);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
