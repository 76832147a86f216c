using Umbriel.Cards.Keys;

namespace Umbriel.Cards.DarkNews;

/// <summary>What DarkNews 0.4.9's parameters are to this program.</summary>
internal static class DarkNewsNames
{
    /// <summary>Settings of the physics that are honoured.</summary>
    public static readonly string[] Honoured =
        ["name", "HNLtype", "exp", "experiment", "decay_product", "nopelastic", "nocoh", "include_nelastic", "noHC", "noHF", "nu_flavors", "seed"];

    /// <summary>Switches that must be off.</summary>
    public static readonly string[] OnlyFalse = ["enforce_prompt"];

    /// <summary>Further particles: must be absent or None.</summary>
    public static readonly string[] OnlyNone = ["m6", "mhprime"];

    /// <summary>Settings of DarkNews's own machinery and outputs, without meaning here.</summary>
    public static readonly string[] Machinery =
    [
        "loglevel", "verbose", "logfile", "neval", "nint", "neval_warmup", "nint_warmup", "sample_geometry", "make_summary_plots",
        "summary_plots", "pandas", "parquet", "numpy", "hepevt", "hepevt_legacy", "hepevt_unweigh", "hepevt_events", "hepmc2", "hepmc3",
        "hep_unweight", "hep_unweigh", "unweighted_hep_events", "unweighed_hep_events", "sparse", "print_to_float32", "path", "UD6",
    ];

    /// <summary>Couplings of DarkNews's generic model, which this program does not have.</summary>
    public static readonly string[] Generic =
    [
        .. from boson in (string[])["c", "d"]
           from pair in (string[])["e4", "e5", "e6", "mu4", "mu5", "mu6", "tau4", "tau5", "tau6", "44", "45", "46", "55", "56", "66"]
           select $"{boson}_{pair}",
        "ceV", "ceA", "cuV", "cuA", "cdV", "cdA", "deV", "deA", "duV", "duA", "ddV", "ddA", "deS", "deP", "duS", "duP", "ddS", "ddP",
        "cprotonV", "cneutronV", "cprotonA", "cneutronA", "dprotonV", "dneutronV", "dprotonA", "dneutronA",
        "dprotonS", "dneutronS", "dprotonP", "dneutronP", "nuclear_targets",
    ];

    /// <summary>What only its definitions of detectors have; none of <see cref="All"/>.</summary>
    public static readonly string[] OfDetectors = ["fluxfile", "flux_norm", "erange", "fiducial_mass_per_target", "POTs"];

    /// <summary>All of them.</summary>
    public static readonly string[] All =
        [.. ModelParameters.Names, .. ModelNumbers.OnlyZero, .. Honoured, .. OnlyFalse, .. OnlyNone, .. Machinery, .. Generic];
}
