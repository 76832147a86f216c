namespace Umbriel.Generation;

/// <summary>How an on-shell Z' decays.</summary>
public enum ZPrimePolarisation
{
    /// <summary>With the polarisation it is born with (the t = m_Z'² limit of the three-body matrix element).</summary>
    Exact,

    /// <summary>Isotropically in its rest frame, as DarkNews has it.</summary>
    Isotropic,
}

/// <summary>Whose masses and volumes are used.</summary>
public enum GeometryConvention
{
    /// <summary>Those of the experiments: what fills a volume is what it holds; soil at 2.25 g/cm³ up to the hall.</summary>
    Letter,

    /// <summary>DarkNews 0.4.9's, for comparison with it.</summary>
    DarkNews,
}

/// <summary>Nuclear charge form factor.</summary>
public enum FormFactorModel
{
    /// <summary>Fourier-Bessel charge densities of De Vries et al. (1987).</summary>
    FourierBessel,

    /// <summary>Helm with s = 0.9 fm.</summary>
    Helm,

    /// <summary>Symmetrised Fermi distribution.</summary>
    Fermi,
}
