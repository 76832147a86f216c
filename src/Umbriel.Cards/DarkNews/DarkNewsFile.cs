using Umbriel.Cards.Keys;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Formats.Text;
using Umbriel.Generation;
using Umbriel.Generation.Scattering;
using Umbriel.Generation.Sites;

namespace Umbriel.Cards.DarkNews;

/// <summary>
/// Makes a <see cref="Card"/> of a DarkNews parameter file, with DarkNews 0.4.9's defaults and conventions: three-portal
/// vertices (U_D = 1), g_D = 1, ν_μ only, coherent and proton-elastic, its geometry, its electromagnetic coupling, an
/// isotropic Z' decay, and the 6.8e20 protons on target of its MicroBooNE.
/// </summary>
internal static class DarkNewsFile
{
    private const double DarkNewsPot = 6.8e20;

    /// <summary>The sites of the experiments of DarkNews (its include/detectors) that there are here.</summary>
    private static readonly Dictionary<string, string> Sites = new(StringComparer.Ordinal)
    {
        ["microboone_tpc"] = DetectorSites.Default,
        ["microboone"] = DetectorSites.Default,
        ["microboone_dirt"] = DetectorSites.Default,
        ["microboone_dirt_rectangular"] = DetectorSites.Default,
        ["miniboone_fhc"] = "miniboone",
        ["miniboone_fhc_dirt"] = "miniboone",
        ["miniboone_rhc"] = "miniboone",
        ["miniboone_rhc_dirt"] = "miniboone",
        ["sbnd"] = "sbnd",
        ["sbnd_dirt"] = "sbnd",
        ["sbnd_dirt_cone"] = "sbnd",
        ["icarus"] = "icarus",
        ["icarus_dirt"] = "icarus",
    };

    /// <summary>
    /// Whether the first line that says something has the form <c>name = ...</c>; or no line says anything, and parameters of
    /// DarkNews stand in comments, as in its template.
    /// </summary>
    public static bool Recognises(string text)
    {
        bool template = false;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> line = raw.Trim();
            if (line.IsEmpty)
            {
                continue;
            }

            if (line[0] != '#')
            {
                return Assigned(line).Length > 0;
            }

            template |= DarkNewsNames.All.Contains(Assigned(line.TrimStart("# ")).ToString());
        }

        return template;
    }

    /// <summary>The name of a line <c>name = ...</c>; empty for any other.</summary>
    private static ReadOnlySpan<char> Assigned(ReadOnlySpan<char> line)
    {
        int length = 0;
        while (length < line.Length && (char.IsAsciiLetterOrDigit(line[length]) || line[length] == '_'))
        {
            length++;
        }

        return length > 0 && char.IsAsciiLetter(line[0]) && line[length..].TrimStart().StartsWith("=") ? line[..length] : default;
    }

    /// <summary>Reads the file; its site is <paramref name="site"/>, or that of its experiment, or MicroBooNE.</summary>
    public static Card Parse(string path, string text, DetectorSite? site)
    {
        DarkNewsSettings settings = DarkNewsSettings.Parse(path, text);
        RefuseOtherFiles(settings);
        List<string> notes = [];
        CheckNames(settings, notes);
        RefuseUnsupported(settings);
        DarkSectorParameters model = Model(settings, notes);
        notes.Add("search and miniboone scan the file's own scenario and Z' mass; --set scan.mzprime=[...] scans others");
        return new Card
        {
            Title = settings.Text("name") is { Length: > 0 and <= 200 } name && !name.Any(char.IsControl) ? name : Path.GetFileNameWithoutExtension(path),
            Model = model,
            Generation = Generation(settings, site, notes),
            Scan = Scan(model),
            Format = CardFormat.DarkNews,
            Notes = notes,
            SourcePath = path,
        };
    }

    /// <summary>DarkNews's template and its definitions of detectors are parameter files too, but no models.</summary>
    private static void RefuseOtherFiles(DarkNewsSettings settings)
    {
        if (settings.Names.Count == 0)
        {
            throw new UserErrorException(settings.File, null, "a DarkNews parameter file in which every parameter is commented out, so that all are DarkNews's defaults", "a parameter or more, as in m4 = 0.15");
        }

        if (settings.Names.Find(DarkNewsNames.OfDetectors.Contains) is { } name)
        {
            int line = settings.Find(name)?.Line ?? 1;
            throw new UserErrorException($"{settings.File}:{line}", name, "a DarkNews detector definition, not a model", "model parameters, as in m4 = 0.15; detectors are site files here (docs/formats.md, Site), chosen with --site");
        }
    }

    private static void CheckNames(DarkNewsSettings settings, List<string> notes)
    {
        string[] machinery = [.. settings.Names.Where(DarkNewsNames.Machinery.Contains)];
        if (machinery.Length > 0)
        {
            notes.Add($"settings of DarkNews's own machinery are ignored: {string.Join(", ", machinery)}");
        }

        List<string> own = [];
        foreach (string name in settings.Names.Where(name => !DarkNewsNames.All.Contains(name)))
        {
            // A misspelt parameter would otherwise pass for one of the user's own constants.
            if (!settings.Used.Contains(name) && Nearest.Of(name, DarkNewsNames.All, strict: true) is { } near)
            {
                throw settings.Find(name) is { } value
                    ? new UserErrorException($"{settings.File}:{value.Line}", name, "a name unknown to DarkNews", $"a known name, did you mean \"{near}\"?")
                    : new UserErrorException(settings.File, name, "a name unknown to DarkNews", $"a known name, did you mean \"{near}\"?");
            }

            if (!settings.Used.Contains(name))
            {
                own.Add(name);
            }
        }

        if (own.Count > 0)
        {
            notes.Add($"names that nothing uses: {string.Join(", ", own.Take(20))}{(own.Count > 20 ? ", ..." : "")}");
        }
    }

    private static void RefuseUnsupported(DarkNewsSettings settings)
    {
        foreach (string name in settings.Names)
        {
            if (settings.Find(name) is not { } value)
            {
                continue;
            }

            if (DarkNewsNames.Generic.Contains(name))
            {
                throw settings.Error(name, value, "no generic-model setting (not supported: only the three-portal model is)");
            }

            if (DarkNewsNames.OnlyNone.Contains(name))
            {
                throw settings.Error(name, value, "None (not supported: at most two dark neutrinos, and the Z' is the only boson)");
            }

            if (DarkNewsNames.OnlyFalse.Contains(name) && settings.Flag(name, false))
            {
                throw settings.Error(name, value, "False (not supported)");
            }
        }

        Require(settings, "decay_product", settings.Texts("decay_product"), ["e+e-"]);
        Require(settings, "exp", settings.Texts("exp"), Sites.Keys);
        Require(settings, "experiment", settings.Texts("experiment"), Sites.Keys);
    }

    private static void Require(DarkNewsSettings settings, string name, IReadOnlyList<string>? found, IReadOnlyCollection<string> supported)
    {
        if (found is not null && (found.Count != 1 || !supported.Contains(found[0])))
        {
            throw settings.Error(name, settings.Find(name)!, string.Join(" or ", supported.Select(Show.Quoted)) + " (others are not supported)");
        }
    }

    private static DarkSectorParameters Model(DarkNewsSettings settings, List<string> notes)
    {
        ModelNumbers numbers = new(settings.File);
        bool alphaWins = settings.Find("gD") is not null && settings.Find("alphaD") is not null;
        foreach (string name in settings.Names)
        {
            if ((ModelParameters.Names.Contains(name) || ModelNumbers.OnlyZero.Contains(name)) && settings.Number(name) is { } value && !(alphaWins && name == "gD"))
            {
                numbers.Add(name, value, settings.Find(name)!.Line);
            }
        }

        if (alphaWins)
        {
            notes.Add("gD and alphaD are both given: alphaD is used, as in DarkNews");
        }

        if (numbers["chi"] is not null)
        {
            notes.Add("chi sets epsilon = chi cos(theta_W); DarkNews 0.4.9 uses its default epsilon instead");
        }

        foreach (string name in (string[])["m4", "mzprime"])
        {
            if (numbers[name] is null)
            {
                notes.Add($"{name} is not given: DarkNews's default is used");
            }
        }

        Scenario scenario = numbers["m5"] is null ? Scenario.Single : Scenario.Dual;
        DarkSectorParameters model = ModelParameters.Assemble(numbers, new DarkSectorParameters { Scenario = scenario, M4 = 0.0, MZPrime = 0.0 }, ModelDefaults.DarkNews);
        if (model.UD4 is { } ud4 && ((ud4 * ud4) + ((model.UD5 ?? 0.0) * (model.UD5 ?? 0.0))) > 1.0 + 1e-6)
        {
            notes.Add("the dark mixings are not unitary (|UD4|^2 + |UD5|^2 above 1), as is DarkNews's default");
        }

        string? type = settings.Text("HNLtype");
        return model with
        {
            HnlType = type is null ? HnlType.Dirac
                : CardChoices.HnlTypes.TryGetValue(type, out HnlType hnl) ? hnl
                : throw settings.Error("HNLtype", settings.Find("HNLtype")!, "\"dirac\" or \"majorana\""),
        };
    }

    /// <summary>The file's scenario, Z' mass and mass splitting; masses from 10 MeV, or from where the gap opens for e+e-.</summary>
    private static ScanSettings Scan(DarkSectorParameters model)
    {
        ScanSettings scan = new() { Scenarios = [model.Scenario], MZPrime = [model.MZPrime] };
        if (model.M5 is not { } m5 || model.Scenario == Scenario.Single)
        {
            return scan;
        }

        double delta = Math.Min((m5 - model.M4) / model.M4, 1e6);
        double low = Math.Max(scan.Mass.Low, 1.01 * PhysicalConstants.ElectronPairThreshold * (1.0 + delta) / delta);
        return scan with { Delta = delta, Mass = scan.Mass with { Low = low, High = Math.Clamp(10.0 * low, scan.Mass.High, 50.0) } };
    }

    private static GenerationSettings Generation(DarkNewsSettings settings, DetectorSite? site, List<string> notes)
    {
        List<ScatteringRegime> regimes = [];
        if (!settings.Flag("nocoh", false))
        {
            regimes.Add(ScatteringRegime.Coherent);
        }

        if (!settings.Flag("nopelastic", false))
        {
            regimes.Add(ScatteringRegime.ProtonElastic);
        }

        if (settings.Flag("include_nelastic", false))
        {
            regimes.Add(ScatteringRegime.NeutronElastic);
        }

        if (regimes.Count == 0)
        {
            throw settings.Error("nopelastic", settings.Find("nopelastic")!, "at least one scattering regime left");
        }

        DetectorSite used = site ?? SiteOf(settings, notes);
        GeometryConvention geometry = used.Geometries.ContainsKey(GeometryConvention.DarkNews) ? GeometryConvention.DarkNews : GeometryConvention.Letter;
        if (geometry == GeometryConvention.Letter)
        {
            notes.Add($"{used.Title} has no geometry of DarkNews's: the site's own is used");
        }

        double pot = used.Name == DetectorSites.Default ? DarkNewsPot : used.Beam.Pot;
        notes.Add($"exposure is {(pot == DarkNewsPot ? "DarkNews's" : "the site's")} {Show.Number(pot)} protons on target");
        return new GenerationSettings(used)
        {
            Pot = pot,
            Regimes = regimes,
            NeutrinoFlavours = Flavours(settings),
            Helicity = Helicities(settings),
            ZPolarisation = ZPrimePolarisation.Isotropic,
            Geometry = geometry,
            Seed = Seed(settings),
        };
    }

    /// <summary>The site of the file's experiment, MicroBooNE if it names none.</summary>
    private static DetectorSite SiteOf(DarkNewsSettings settings, List<string> notes)
    {
        string? experiment = (settings.Texts("experiment") ?? settings.Texts("exp"))?[0];
        DetectorSite site = DetectorSites.Read(experiment is null ? DetectorSites.Default : Sites[experiment]);
        notes.Add(experiment is null
            ? $"the file names no experiment: {site.Title}; --site chooses another"
            : $"experiment {experiment} is {site.Title} with all that surrounds it: options choose where neutrinos scatter, the miniboone section which mode of the beam");
        return site;
    }

    private static Helicity Helicities(DarkNewsSettings settings) => (settings.Flag("noHC", false), settings.Flag("noHF", false)) switch
    {
        (false, false) => Helicity.Both,
        (false, true) => Helicity.Conserving,
        (true, false) => Helicity.Flipping,
        _ => throw settings.Error("noHF", settings.Find("noHF")!, "at least one helicity left"),
    };

    private static int[] Flavours(DarkNewsSettings settings)
    {
        if (settings.Texts("nu_flavors") is not { } names)
        {
            return [14];
        }

        DarkNewsValue value = settings.Find("nu_flavors")!;
        int[] codes = [.. names.Select(name => CardChoices.Flavours.TryGetValue(name, out int code) ? code : throw settings.Error("nu_flavors", value with { Content = name }, "\"nu_mu\" or \"nu_mu_bar\" (dark neutrinos mix with nu_mu only)"))];
        return codes.Distinct().Count() == codes.Length ? codes : throw settings.Error("nu_flavors", value, "each flavour once");
    }

    private static ulong Seed(DarkNewsSettings settings) => settings.Number("seed") switch
    {
        null => 1,
        >= 0.0 and <= 9007199254740992.0 and { } seed when seed == Math.Floor(seed) => (ulong)seed,
        _ => throw settings.Error("seed", settings.Find("seed")!, "a whole number from 0 up, or None"),
    };
}
